import { describe, expect, test } from "vitest";

import { checkArchiveFile } from "#app/domain/archive/check-file.ts";
import { archiveCorrectionForm, archiveEntryForm, archiveRemovalForm } from "#app/domain/archive/forms.server.ts";
import { periodText, whatItSaid } from "#app/domain/archive/vocabulary.ts";
import { type ArchiveEntry, archiveFileName, inOrder } from "#app/domain/publication/archive.ts";

const date = (day: string, month: string, year: string) => ({ day, month, year });
const none = date("", "", "");
const entry = { kind: "yearly-report", title: "Yearly report 2023 to 2024", periodFrom: date("1", "4", "2023"), periodTo: date("31", "3", "2024"), publishedOn: none, link: "" };
const correction = { ...entry, reason: "The period was wrong.", revision: "2" };
const messages = (parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) => Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));

describe("the form of an earlier document", () => {
  test("takes the period or the date of publication, and an address when there is one", () => {
    expect(archiveEntryForm.parse(entry)).toEqual({ kind: "yearly-report", title: "Yearly report 2023 to 2024", periodFrom: "2023-04-01", periodTo: "2024-03-31", publishedOn: null, link: null });
    expect(archiveEntryForm.parse({ ...entry, periodFrom: none, periodTo: none, publishedOn: date("27", "9", "2024"), link: " https://www.example.org/report.pdf " })).toMatchObject({ periodFrom: null, publishedOn: "2024-09-27", link: "https://www.example.org/report.pdf" });
  });

  test.each<[Record<string, unknown>, Record<string, string>]>([
    [{ kind: "" }, { kind: "Choose what kind of document it is" }],
    [{ title: "" }, { title: "Enter the title of the document" }],
    [{ title: "ab" }, { title: "The title must be 3 characters or more" }],
    [{ title: "x".repeat(161) }, { title: "The title must be 160 characters or fewer" }],
    [{ title: "About 943 476 5919" }, { title: "The title contains what is certainly a National Health Service (NHS) number. Remove it: it is public and must identify nobody" }],
    [{ periodFrom: date("1", "", "2023") }, { periodFrom: "The first day of the period must include a month" }],
    [{ periodTo: date("31", "2", "2024") }, { periodTo: "The last day of the period must be a real date, like 1 9 2026" }],
    [{ periodTo: date("31", "3", "2022") }, { periodTo: "The last day of the period must be after the first" }],
    [{ publishedOn: date("1", "1", "1089") }, { publishedOn: "The date it was published must have a year between 1990 and 2100" }],
    [{ periodFrom: none, periodTo: none }, { periodFrom: "Enter the period it was about or in force, or the date it was published" }],
    [{ link: `https://www.example.org/${"a".repeat(1_000)}` }, { link: "The web address must be 1,000 characters or fewer" }],
    [{ link: "https://www.example.org/9434765919" }, { link: "The web address contains what certainly identifies a person. Give another, or choose the PDF" }],
    ...["www.example.org", "javascript:alert(1)", "https://", "https://localhost", "ftp://example.org/a", "https://exa mple.org", "https://example.org@evil.example"].map((link): [Record<string, unknown>, Record<string, string>] => [{ link }, { link: "Enter a whole web address, like https://www.example.org/report.pdf" }]),
  ])("%o", (change, expected) => {
    expect(messages(archiveEntryForm.safeParse({ ...entry, ...change }))).toEqual(expected);
  });

  test("everything that is wrong is said at once", () => {
    expect(Object.keys(messages(archiveEntryForm.safeParse({ kind: "", title: "", periodFrom: none, periodTo: none, publishedOn: none, link: "x" })))).toEqual(["kind", "title", "link", "periodFrom"]);
  });

  test("a correction and a removal say why", () => {
    expect(archiveCorrectionForm.parse(correction)).toMatchObject({ revision: 2, reason: "The period was wrong." });
    expect(messages(archiveCorrectionForm.safeParse({ ...correction, reason: "" }))).toEqual({ reason: "Give the reason that the public will read" });
    expect(messages(archiveCorrectionForm.safeParse({ ...correction, revision: "x" }))).toEqual({ revision: "The form is incomplete. Copy what you typed, open the page again and paste it." });
    expect(messages(archiveRemovalForm.safeParse({ reason: "no" }))).toEqual({ reason: "Give the reason in at least 5 characters" });
    expect(messages(archiveRemovalForm.safeParse({ reason: "x".repeat(301) }))).toEqual({ reason: "The reason must be 300 characters or fewer" });
    expect(messages(archiveRemovalForm.safeParse({ reason: "About 943 476 5919" }))).toEqual({ reason: "The reason contains what is certainly a National Health Service (NHS) number. Remove it: it is public and must identify nobody" });
  });
});

test.each([
  [{ periodFrom: "2023-04-01", periodTo: "2024-03-31" }, "1 April 2023 to 31 March 2024"],
  [{ periodFrom: "2019-09-29", periodTo: null }, "From 29 September 2019"],
  [{ periodFrom: null, periodTo: "2024-03-31" }, "Until 31 March 2024"],
  [{ periodFrom: null, periodTo: null }, null],
])("%o reads %s", (period, text) => {
  expect(periodText(period)).toBe(text);
});

test("what an entry said before is told thing by thing", () => {
  const before = { kind: "arrangements" as const, title: "Old", periodFrom: null, periodTo: null, publishedOn: "2024-09-27", link: null, file: { sha256: "ab", size: 96_000, pages: 2 } };
  expect(whatItSaid(before, before)).toEqual([]);
  expect(whatItSaid(before, { kind: "yearly-report", title: "New", periodFrom: "2023-04-01", periodTo: null, publishedOn: null, link: "https://www.example.org/", file: null })).toEqual([
    "Kind: it used to say “Arrangements”.",
    "Title: it used to say “Old”.",
    "Period: it was not stated.",
    "Published: it used to say “27 September 2024”.",
    "Web address: there was none.",
    "PDF: there was another, 2 pages, 96 kB, fingerprint ab.",
  ]);
});

test("the latest period comes first, what has no date last; a file is named after kind and day", () => {
  const at = (title: string, dates: Partial<ArchiveEntry>): ArchiveEntry => ({ kind: "yearly-report", entryId: title, revision: 1, link: null, file: null, addedAt: "", changedAt: "", corrections: [], title, periodFrom: null, periodTo: null, publishedOn: null, ...dates });
  const entries = [at("None", {}), at("2022", { periodTo: "2022-03-31" }), at("Published", { publishedOn: "2023-01-01" }), at("2024", { periodFrom: "2023-04-01", periodTo: "2024-03-31" })];
  expect(inOrder(entries).map((each) => each.title)).toEqual(["2024", "Published", "2022", "None"]);
  expect(inOrder(entries).map((each) => archiveFileName("northmoor", each))).toEqual(["northmoor-yearly-report-2024-03-31.pdf", "northmoor-yearly-report-2023-01-01.pdf", "northmoor-yearly-report-2022-03-31.pdf", "northmoor-yearly-report-undated.pdf"]);
});

test("what identifies somebody in a file is told with its page, and never with its value", () => {
  const found = checkArchiveFile({ pages: 2, texts: ["Call 020 7946 0000.", "NHS number 943 476 5919", "943 476 5919"] });
  expect(found.certain).toEqual([expect.stringMatching(/^Page 2 contains what is certainly a National Health Service/), expect.stringMatching(/^A bookmark, description or link contains/)]);
  expect(found.possible).toEqual([expect.stringMatching(/^Page 1 may contain a phone number/)]);
  expect(JSON.stringify(found)).not.toContain("943 476 5919");
  expect(checkArchiveFile(null)).toEqual({ certain: [], possible: [] });
});
