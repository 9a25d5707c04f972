import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { addSection } from "#app/domain/documents/add-section.server.ts";
import { addYoungPeoplePage } from "#app/domain/documents/add-young-people-page.server.ts";
import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { moveSection } from "#app/domain/documents/move-section.server.ts";
import { removeSection } from "#app/domain/documents/remove-section.server.ts";
import { restoreSection } from "#app/domain/documents/restore-section.server.ts";
import { saveSection } from "#app/domain/documents/save-section.server.ts";
import { findVersionBytes, findVersionContent } from "#app/domain/documents/version-queries.server.ts";
import { keepWordImport } from "#app/domain/documents/word/keep-word-import.server.ts";
import { findWordReview } from "#app/domain/documents/word/queries.server.ts";
import { readWordFile } from "#app/domain/documents/word/read-word-file.server.ts";
import { takeInWordImport } from "#app/domain/documents/word/take-in-word-import.server.ts";
import { findDocument, getFacts, listYoungPeoplePages, readBodies } from "#app/domain/publication/queries.server.ts";
import { youngPeoplePart } from "#app/domain/publication/young-people-part.ts";
import { searchText } from "#app/domain/publication/search-text.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addDraft, need, putFile } from "#tests/support/documents.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { pdfFile, words } from "#tests/support/pdf-files.ts";
import { addPublicPartnership, publishDraft } from "#tests/support/publication.ts";
import * as word from "#tests/support/word.ts";

import { draftRevision, ledgerOf, listSections, roles, startedDraft } from "./support.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

const kind = "arrangements" as const;
const begin = (partnership: TestPartnership, form = submission()) => addYoungPeoplePage(partnership.businessManager.actor, { partnershipId: partnership.id, kind }, form);

async function write(partnership: TestPartnership, sectionId: string, body: string, items: string[] = []) {
  const section = (await listSections(database.sql, partnership.id)).find((each) => each.id === sectionId);
  return saveSection(partnership.delegate.actor, { partnershipId: partnership.id, kind, sectionId, revision: section?.revision ?? 0, title: "Safe here", body, items }, submission());
}

async function overviewOf(partnership: TestPartnership) {
  const overview = await findOverview(partnership.chair.actor, partnership.id, kind);
  if (!overview?.started) throw new Error("not started");
  return overview;
}

describe("a page for children and young people", () => {
  test("is begun once, whoever asks at the same time, by those who may edit", async () => {
    const partnership = await startedDraft(database.sql, "alderwick");
    expect((await overviewOf(partnership)).youngPeople).toEqual({ state: "not-started" });
    for (const { person } of roles(partnership).filter((each) => !each.mayEdit)) {
      expect(await addYoungPeoplePage(person.actor, { partnershipId: partnership.id, kind }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    }
    const revision = await draftRevision(database.sql, partnership.id);
    const form = submission();
    const answers = await Promise.all([begin(partnership, form), begin(partnership, form), begin(partnership), begin(partnership)]);
    const begun = answers.filter((answer) => answer.ok);
    expect(new Set(begun.map((answer) => answer.ok && answer.value.sectionId)).size).toBe(1);
    expect(answers.filter((answer) => !answer.ok).every((answer) => !answer.ok && answer.refusal === "young-people-page-there")).toBe(true);
    expect(await begin(partnership)).toEqual({ ok: false, refusal: "young-people-page-there" });
    expect(await draftRevision(database.sql, partnership.id)).toBe(revision + 1);
    expect(await ledgerOf(database.sql, partnership.id)).toMatchObject({ counts: { "section.added": 1 }, broken: null });
    expect(await addYoungPeoplePage(partnership.chair.actor, { partnershipId: partnership.id, kind: "threshold-document" }, submission())).toEqual({ ok: false, refusal: "not-found" });
  });

  test("stands apart: last, without a place, covering nothing, and must be written or removed", async () => {
    const partnership = await startedDraft(database.sql, "birchmere");
    const { sectionId } = need(await begin(partnership));
    const overview = await overviewOf(partnership);
    expect(overview.sections).toHaveLength(25);
    expect(overview.youngPeople).toMatchObject({ state: "there", section: { id: sectionId, number: 26, empty: true } });
    expect(overview.readiness.errors.map((line) => line.code)).toContain(`empty:${sectionId}`);
    for (const direction of ["up", "down"] as const) {
      expect(await moveSection(partnership.chair.actor, { partnershipId: partnership.id, kind, sectionId, direction }, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    }
    need(await addSection(partnership.chair.actor, { partnershipId: partnership.id, kind, title: "After all", items: [], after: sectionId }, submission()));
    expect((await overviewOf(partnership)).youngPeople).toMatchObject({ section: { number: 27 } });
    expect(await write(partnership, sectionId, "You matter.", ["needs"])).toEqual({ ok: false, refusal: "unknown-item" });
    await expect(database.sql`update portal.sections set items = '{needs}' where id = ${sectionId}`).rejects.toThrow("sections_young_people_cover_nothing");
    expect(await write(partnership, sectionId, "You matter.")).toMatchObject({ ok: true });
    expect((await overviewOf(partnership)).readiness.errors.map((line) => line.code)).not.toContain(`empty:${sectionId}`);
  });

  test("is asked about when it is long", async () => {
    const partnership = await startedDraft(database.sql, "cedarholm");
    const { sectionId } = need(await begin(partnership));
    const warnings = async () => (await overviewOf(partnership)).readiness.warnings.filter((line) => line.code.startsWith("long:"));
    await write(partnership, sectionId, "word ".repeat(600).trim());
    expect(await warnings()).toEqual([]);
    await write(partnership, sectionId, "word ".repeat(601).trim());
    expect(await warnings()).toMatchObject([{ code: `long:${sectionId}`, text: expect.stringContaining("601 words"), place: { kind: "section", sectionId } }]);
  });

  test("is no text of a document by itself", async () => {
    const partnership = await startedDraft(database.sql, "dunmere");
    need(await begin(partnership));
    await database.sql`update portal.sections set removed_at = access.clock() where partnership_id = ${partnership.id} and audience = 'everyone'`;
    expect((await overviewOf(partnership)).readiness.errors.map((line) => line.code)).toContain("no-sections");

    await addDraft(database.sql, partnership, "threshold-document");
    await putFile(partnership, "threshold-document", "Thresholds.pdf", await pdfFile([words("The right help.")]));
    need(await addYoungPeoplePage(partnership.chair.actor, { partnershipId: partnership.id, kind: "threshold-document" }, submission()));
    const threshold = await findOverview(partnership.chair.actor, partnership.id, "threshold-document");
    expect(threshold?.started && threshold.readiness.warnings.map((line) => line.code)).toContain("only-file");
  });

  test("is removed and put back as it was, and not begun a second time meanwhile", async () => {
    const partnership = await startedDraft(database.sql, "elmsworth");
    const { sectionId } = need(await begin(partnership));
    await write(partnership, sectionId, "You matter.");
    const here = { partnershipId: partnership.id, kind, sectionId };
    expect(await removeSection(partnership.chair.actor, { ...here, revision: 2 }, submission())).toMatchObject({ ok: true });
    expect((await overviewOf(partnership)).youngPeople).toEqual({ state: "removed", sectionId });
    expect(await begin(partnership)).toEqual({ ok: false, refusal: "young-people-page-there" });
    expect(await restoreSection(partnership.chair.actor, here, submission())).toEqual({ ok: true, value: { title: "Safe here", audience: "young-people" } });
    expect((await overviewOf(partnership)).youngPeople).toMatchObject({ state: "there", section: { number: 26, words: 2 } });
    expect((await listSections(database.sql, partnership.id)).filter((section) => section.position < 25)).toHaveLength(25);
  });

  test("stays when a Word file replaces the sections", async () => {
    const partnership = await startedDraft(database.sql, "fernley");
    const { sectionId } = need(await begin(partnership));
    const bytes = await word.wordFile([word.title("How we work"), word.heading(1, "For children and young people"), word.words("Long.")]);
    const reading = await readWordFile(bytes);
    if (!reading.ok) throw new Error(reading.problem);
    const { actor } = partnership.businessManager;
    const { importId } = need(await keepWordImport(actor, { partnershipId: partnership.id, kind, fileName: "Draft.docx", bytes, draft: reading.draft }, submission()));
    const review = await findWordReview(actor, partnership.id, kind, importId);
    if (!review) throw new Error("no review");
    const choices = review.sections.map(({ title, item }) => ({ title, item }));
    need(await takeInWordImport(actor, { partnershipId: partnership.id, kind, importId, revision: review.revision, title: review.title, choices }, submission()));
    const { sections, youngPeople } = await overviewOf(partnership);
    expect(sections.map((section) => section.title)).toEqual(["For children and young people"]);
    expect(youngPeople).toMatchObject({ state: "there", section: { id: sectionId, number: 2 } });
  });
});

describe("frozen, signed and published", () => {
  test("in the same bytes, found by a search, and nothing of earlier versions changes", async () => {
    const partnership = await addPublicPartnership(database, "greywater");
    await publishDraft(database, partnership);
    const reader = partnership.scrutineer.actor;
    const before = await findVersionContent(reader, partnership.id, kind, 1);
    expect(before?.sections.some((section) => "audience" in section)).toBe(false);
    expect(await listYoungPeoplePages()).toEqual([]);

    const { sectionId } = need(await begin(partnership));
    await write(partnership, sectionId, "You matter, little otter.\n\n## Who helps\n\nA teacher.");
    await publishDraft(database, partnership);
    const content = await findVersionContent(reader, partnership.id, kind, 2);
    const last = content?.sections.at(-1);
    expect(last).toMatchObject({ id: sectionId, number: content?.sections.length, audience: "young-people", title: "Safe here", items: [] });
    expect(content?.coverage.flatMap((row) => row.sections)).not.toContain(last?.number);
    expect(content?.sections.slice(0, -1)).toEqual(before?.sections);

    const stored = await findVersionBytes(reader, partnership.id, kind, 2, "html");
    const [version] = (await findDocument("greywater", kind)).versions;
    const { html } = await readBodies(version?.publicationId ?? "", ["html"]);
    expect(html && Buffer.from(stored?.body ?? []).equals(html)).toBe(true);
    expect(youngPeoplePart(html?.toString("utf8") ?? "")).toMatch(/^<section [^>]*>\n<p[^>]*>For children and young people<\/p>\n<h2[^>]*id="young-people">Safe here<\/h2>\n<p class="govuk-body">You matter, little otter\.<\/p>[^]*<p class="govuk-body">A teacher\.<\/p>\n<\/section>$/);
    expect((await getFacts(version?.publicationId ?? "")).sections.at(-1)).toEqual({ number: last?.number, title: "Safe here", audience: "young-people" });
    const found = await searchText({ q: "otter", partnership: null, kind: null, earlier: false }, 1);
    expect(found.results).toMatchObject([{ slug: "greywater", anchor: "young-people", title: "Safe here", section: last?.number }]);
    expect((await listYoungPeoplePages()).map(({ slug }) => slug)).toEqual(["greywater"]);
  });
});
