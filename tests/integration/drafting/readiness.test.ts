import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { confirmOverride } from "#app/domain/documents/confirm-override.server.ts";
import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { findFreeze, findIdentifier } from "#app/domain/documents/freeze-queries.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { proposeOverride } from "#app/domain/documents/propose-override.server.ts";
import { saveSection } from "#app/domain/documents/save-section.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { withoutReview } from "#tests/support/review.ts";

import { draftRevision, ledgerOf, roles, sectionAt, startedDraft } from "./support.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

const kind = "arrangements" as const;

async function readyDraft(slug: string): Promise<TestPartnership> {
  const partnership = await addPartnership(database.sql, slug);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  return partnership;
}

async function write(partnership: TestPartnership, position: number, body: string): Promise<string> {
  const section = await sectionAt(database.sql, partnership.id, position);
  const outcome = await saveSection(partnership.delegate.actor, { partnershipId: partnership.id, kind, sectionId: section.id, revision: section.revision, title: section.title, body, items: section.items }, submission());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return section.id;
}

describe("what a draft still lacks", () => {
  test("is told once for each thing, with the place", async () => {
    const partnership = await startedDraft(database.sql, "alderwick");
    const overview = await findOverview(partnership.scrutineer.actor, partnership.id, kind);
    if (!overview?.started) throw new Error("not started");
    const codes = overview.readiness.errors.map((line) => line.code.split(":")[0]);
    expect(codes.filter((code) => code === "empty")).toHaveLength(25);
    expect(codes.filter((code) => code !== "empty")).toEqual(["no-in-force-date", "no-review-date"]);
    expect(overview.sections.every((section) => section.empty && section.problems === 0)).toBe(true);

    await database.sql`update portal.sections set items = '{}' where partnership_id = ${partnership.id} and position = 0`;
    const after = await findOverview(partnership.chair.actor, partnership.id, kind);
    expect(after?.started && after.readiness.errors.map((line) => line.place)).toContainEqual({ kind: "item", itemId: "needs" });
  });

  test("counts what is wrong in a section's text", async () => {
    const partnership = await readyDraft("birchmere");
    await write(partnership, 2, "#### Too deep\n\n{{nobody}}");
    const overview = await findOverview(partnership.chair.actor, partnership.id, kind);
    expect(overview?.started && overview.sections[2]).toMatchObject({ problems: 2, empty: false });
  });

  test("the page that freezes compiles what would be frozen, and stops at a draft that changed since", async () => {
    const partnership = await readyDraft("cedarholt");
    const view = await findFreeze(partnership.chair.actor, partnership.id, kind);
    expect(view).toMatchObject({ number: 1, readiness: { errors: [], warnings: [{ code: "review:none" }] }, superseded: null, sections: 25 });
    await write(partnership, 0, "Changed.");
    const freeze = async (revision: number) => freezeVersion(partnership.chair.actor, { partnershipId: partnership.id, kind, revision, reasons: withoutReview }, submission());
    expect(await freeze(view?.revision ?? 0)).toEqual({ ok: false, refusal: "stale" });
    expect(await freeze(await draftRevision(database.sql, partnership.id))).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await findFreeze(partnership.chair.actor, partnership.id, kind)).toMatchObject({ number: 2, unchangedSince: 1, superseded: { number: 1, status: "awaiting", signed: 0 } });
    await write(partnership, 0, "Changed again.");
    expect(await findFreeze(partnership.chair.actor, partnership.id, kind)).toMatchObject({ number: 2, unchangedSince: null });
    expect(await findOverview(partnership.chair.actor, partnership.id, kind)).toMatchObject({ versions: [{ number: 1, status: "awaiting", required: 3 }] });
  });
});

describe("an identifier that may stand", () => {
  let partnership: TestPartnership;
  let fingerprint: string;
  const propose = (person: TestPerson, reason = "It is the number in the official example.") =>
    proposeOverride(person.actor, { partnershipId: partnership.id, kind, fingerprint, reason }, submission());
  const confirm = (person: TestPerson) => confirmOverride(person.actor, { partnershipId: partnership.id, kind, fingerprint }, submission());

  beforeAll(async () => {
    partnership = await readyDraft("dunwater");
    await write(partnership, 0, "For example 943 476 5919.");
    const overview = await findOverview(partnership.chair.actor, partnership.id, kind);
    const line = overview?.started ? overview.readiness.errors.find((each) => each.identifier) : undefined;
    if (!line?.identifier) throw new Error("nothing found");
    fingerprint = line.identifier.fingerprint;
  });

  test("is asked for by one person, with a reason and a fresh confirmation of who they are", async () => {
    for (const { role, person, mayEdit } of roles(partnership)) {
      if (!mayEdit) expect(await propose(person), role).toEqual({ ok: false, refusal: "not-permitted" });
      if (!mayEdit) expect(await confirm(person), role).toEqual({ ok: false, refusal: "not-permitted" });
    }
    const elsewhere = await addPartnership(database.sql, "elmstead");
    expect(await propose(elsewhere.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await findIdentifier(elsewhere.chair.actor, partnership.id, kind, fingerprint)).toBeNull();
    expect(await confirm(partnership.chair)).toEqual({ ok: false, refusal: "not-found" });
    const unsure = { ...partnership.chair, ...(await addSession(database.sql, partnership.chair.personId, { confirmed: false })) };
    expect(await propose(unsure)).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    expect(await proposeOverride(partnership.chair.actor, { partnershipId: partnership.id, kind, fingerprint: "nhs-number:zzzz", reason: "Nothing." }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await propose(partnership.chair)).toEqual({ ok: true, value: { fingerprint } });
    expect(await propose(partnership.delegate)).toEqual({ ok: false, refusal: "nothing-to-change" });
  });

  test("goes on blocking until somebody else confirms, then is a warning that needs a reason", async () => {
    expect((await findFreeze(partnership.chair.actor, partnership.id, kind))?.readiness.errors).toHaveLength(1);
    expect(await confirm(partnership.chair)).toEqual({ ok: false, refusal: "second-person-needed" });
    const unsure = { ...partnership.delegate, ...(await addSession(database.sql, partnership.delegate.personId, { confirmed: false })) };
    expect(await confirm(unsure)).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    expect(await confirm(partnership.delegate)).toEqual({ ok: true, value: { fingerprint } });
    expect(await confirm(partnership.businessManager)).toEqual({ ok: false, refusal: "nothing-to-change" });
    const readiness = (await findFreeze(partnership.chair.actor, partnership.id, kind))?.readiness;
    expect(readiness?.errors).toEqual([]);
    expect(readiness?.warnings.flatMap((line) => line.identifier?.fingerprint ?? [])).toEqual([fingerprint]);
    expect((await ledgerOf(database.sql, partnership.id)).counts).toMatchObject({ "detector.override-proposed": 1, "detector.override-confirmed": 1 });
  });

  test("covers that text and no other", async () => {
    await write(partnership, 1, "And 987 654 4321.");
    expect((await findFreeze(partnership.chair.actor, partnership.id, kind))?.readiness.errors).toHaveLength(1);
    await write(partnership, 0, "Taken out.");
    expect(await findIdentifier(partnership.chair.actor, partnership.id, kind, fingerprint)).toMatchObject({ lines: [], proposal: { confirmedBy: partnership.delegate.name } });
  });
});
