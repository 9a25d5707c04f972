import { describe, expect, test } from "vitest";

import { readAddressLines } from "#app/domain/agencies/notices/address-lines.ts";
import { accountForm, acknowledgementForm, addressGridForm, detailsForm, otherBodyForm, pasteForm, setAsideForm, tellForm } from "#app/domain/agencies/notices/forms.server.ts";
import { noticeLetter } from "#app/domain/agencies/notices/notice-letter.ts";
import { noticeSearch, readNoticeQuery } from "#app/domain/agencies/notices/notice-query.ts";
import type { NoticeContent } from "#app/domain/agencies/notices/vocabulary.ts";

const messagesOf = (result: { error?: { issues: readonly { message: string }[] } | undefined }) => result.error?.issues.map((issue) => issue.message) ?? [];
const isEmail = (address: string) => address.includes(".");
const who = { name: "Jo Finch", post: "Headteacher" };

describe("lines of addresses", () => {
  test("are read however a spreadsheet pastes them", () => {
    expect(readAddressLines('URN,E-mail\n123456, a@b.example\r\n\n1234567-2;c@d.example\n"ey123456"\t"e@f.example"', isEmail)).toEqual({
      lines: [{ line: 2, number: "123456", email: "a@b.example" }, { line: 4, number: "1234567-2", email: "c@d.example" }, { line: 5, number: "EY123456", email: "e@f.example" }],
      errors: [],
    });
  });

  test.each([
    ["123456", "There is no e-mail address after the number"],
    ["123456, a@b.example, more", "There is more in the line than a number and an e-mail address"],
    ["Heron! a@b.example", "It must begin with a URN, a charity number or an organisation code, like 123456"],
    ["123456, a@b", "That is not an e-mail address in full, like office@school.example"],
    ["1", "There is no e-mail address after the number"],
  ])("%s is wrong", (line, problem) => {
    expect(readAddressLines(line, isEmail)).toEqual({ lines: [], errors: [{ line: 1, problem }] });
  });

  test("name a number once", () => {
    expect(readAddressLines("123456,a@b.example\n123456,c@d.example", isEmail).errors).toEqual([{ line: 2, problem: "Line 1 has this number already" }]);
  });

  test.each([["", "Paste at least one line, like 123456, office@school.example"], [Array.from({ length: 2_001 }, (_, at) => `${String(100_000 + at)},a@b.example`).join("\n"), "Paste at most 2,000 lines at once"]])("are some, and not too many", (lines, message) => {
    expect(messagesOf(pasteForm.safeParse({ lines }))).toEqual([message]);
  });
});

describe("a grid of addresses", () => {
  const form = addressGridForm([{ id: "a", legalName: "Heron Hill School" }, { id: "b", legalName: "Otter Brook School" }]);
  test("takes what is filled in, of those that were shown", () => {
    expect(form.parse({ "email-a": " office@heron.example ", "email-b": "", "email-c": "x@y.example" })).toEqual([{ membershipId: "a", email: "office@heron.example" }]);
  });
  test("names whose is wrong, and wants at least one", () => {
    expect(messagesOf(form.safeParse({ "email-a": "office", "email-b": "x@y.example" }))).toEqual(["Heron Hill School: enter an e-mail address in full, like office@school.example"]);
    expect(messagesOf(form.safeParse({}))).toEqual(["Enter at least one address"]);
  });
});

test("whom to write to: all that were seen, or those that are ticked", () => {
  const sent = { which: "all", state: "to-tell", count: "212", agency: [] };
  expect(tellForm.parse(sent)).toEqual({ state: "to-tell", count: 212 });
  expect(tellForm.parse({ ...sent, which: "ticked", agency: ["a"] })).toEqual({ membershipIds: ["a"] });
  expect(messagesOf(tellForm.safeParse({ ...sent, which: "" }))).toEqual(["Choose whom to write to"]);
  expect(messagesOf(tellForm.safeParse({ ...sent, which: "ticked" }))).toEqual(["Tick the agencies to write to"]);
});

describe("what an agency sends by its link", () => {
  test.each([
    [{}, ["Enter your name", "Enter your post, like Headteacher", "Tick the box to say that you have read what being named means"]],
    [{ name: "J", post: "x".repeat(101), understood: "yes" }, ["Your name must be 2 characters or more", "Your post must be 100 characters or fewer"]],
    [{ ...who, post: "Child 943 476 5919", understood: "yes" }, ["Your post contains what is certainly a National Health Service (NHS) number. Remove it: it is public and must identify nobody"]],
    [{ ...who, understood: "no" }, ["Tick the box to say that you have read what being named means"]],
  ])("acknowledging: %j", (sent, messages) => {
    expect(messagesOf(acknowledgementForm.safeParse({ name: "", post: "", ...sent }))).toEqual(messages);
  });

  test("corrects at least one of its details; the same name is none", () => {
    const form = detailsForm({ legalName: "Heron Hill School" });
    const empty = { ...who, legalName: "Heron Hill School", representative: "", contactEmail: "", note: "" };
    expect(messagesOf(form.safeParse(empty))).toEqual(["Change at least one of the details"]);
    expect(messagesOf(form.safeParse({ ...empty, contactEmail: "office" }))).toEqual(["Enter an e-mail address in full, like office@school.example"]);
    expect(form.parse({ ...empty, legalName: "Heron Hill Academy" })).toEqual({ kind: "details", proposed: { legalName: "Heron Hill Academy", representative: null, contactEmail: null, note: null }, ...who });
  });

  test("says that it closed or is not meant, with what happened", () => {
    expect(messagesOf(otherBodyForm.safeParse({ ...who, what: "", note: "" }))).toEqual(["Choose what is not right", "Say what happened, or whom we may have meant"]);
    expect(otherBodyForm.parse({ ...who, what: "not-us", note: "We are a dental practice." })).toEqual({ kind: "not-us", proposed: { note: "We are a dental practice." }, ...who });
  });

  test("asks for an account for somebody", () => {
    expect(messagesOf(accountForm.safeParse({ ...who, personName: "", office: "", email: "" }))).toEqual(["Enter the name of the person", "Enter their post, like Designated safeguarding lead", "Enter their work e-mail address"]);
  });

  test("is set aside with a reason only", () => {
    expect(messagesOf(setAsideForm.safeParse({ reason: " " }))).toEqual(["Say why nothing is changed: the agency is told"]);
  });
});

describe("a letter", () => {
  const content: NoticeContent = { legalName: "Heron Hill School", agencyId: "a1", category: "Maintained school", inclusion: "statutory", reason: "It teaches children here", namedOn: "2026-09-07", partnership: { name: "Alderwick Partnership", slug: "alderwick" } };
  const word = (changes: Partial<NoticeContent> = {}, kind: "named" | "reminder" | "answer" = "named") => noticeLetter({ kind, content: { ...content, ...changes }, expiresOn: kind === "answer" ? null : "2026-11-06" }, { origin: "https://x.example", linkPath: kind === "answer" ? null : "/acknowledge/t" });
  const said = (letter: ReturnType<typeof word>) => letter.letter.pieces[0]?.paragraphs.join("\n") ?? "";

  test("says who names whom as what and why, what that means, and until when the link works", () => {
    const { subject, letter } = word();
    expect(subject).toBe("Please acknowledge that Heron Hill School is named as a relevant agency, Alderwick Partnership");
    expect(said(word())).toContain("Alderwick Partnership named Heron Hill School as a relevant agency on 7 September 2026, in the category “Maintained school”. Why: It teaches children here.");
    expect(said(word())).toContain("until 6 November 2026");
    expect(letter.pieces[0]?.link).toEqual({ label: "Read and acknowledge", url: "https://x.example/acknowledge/t" });
  });

  test.each([["statutory", "must act in accordance"], ["voluntary", "without the duty"]] as const)("to a body included as %s", (inclusion, words) => {
    expect(said(word({ inclusion }))).toContain(words);
  });

  test("that reminds says so first", () => {
    expect(word({}, "reminder").subject).toMatch(/^Reminder: please acknowledge/);
  });

  test.each([
    ["details", "accepted", null, "asked for details to be corrected", "That was accepted"],
    ["closed", "set-aside", "You are open", "told us that it closed or merged", "From the partnership: You are open."],
  ] as const)("answers what was written about %s", (kind, outcome, reason, asked, decided) => {
    const letter = word({ reply: { kind, outcome, reason, saidOn: "2026-09-08" } }, "answer");
    expect(said(letter)).toContain(asked);
    expect(said(letter)).toContain(decided);
    expect(letter.letter.pieces[0]?.link.url).toBe("https://x.example/agencies/a1");
  });
});

test("filters are read from an address and written back", () => {
  const query = readNoticeQuery(new URLSearchParams("q=heron+hill&state=came-back&page=2"));
  expect(query).toEqual({ q: "heron hill", state: "came-back" });
  expect(noticeSearch(query, 2)).toBe("?q=heron+hill&state=came-back&page=2");
  expect(noticeSearch(readNoticeQuery(new URLSearchParams("state=elsewhere")))).toBe("");
});
