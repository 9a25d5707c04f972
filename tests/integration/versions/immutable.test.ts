import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let publishedId: string;
let awaitingId: string;

beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPartnership(database.sql, "fernmoor");
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  publishedId = (await freezeDraft(database.sql, partnership)).versionId;
  await signEverySeat(partnership, publishedId);
  const published = await publishVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId: publishedId }, submission());
  if (!published.ok) throw new Error(published.refusal);
  await changeDraft(database.sql, partnership.id, { position: 1, body: "Changed.", note: "Changed." });
  awaitingId = (await freezeDraft(database.sql, partnership)).versionId;
  const seat = partnership.seats[0];
  if (seat) await signVersion(seat.lead.actor, { partnershipId: partnership.id, versionId: awaitingId, seatId: seat.id }, submission());
});
afterAll(async () => {
  await database.close();
});

/** Runs a statement as the portal's own role, bound to a member; answers the constraint or message it failed with. */
async function asMember(statement: string, actor: SessionActor = partnership.chair.actor): Promise<string> {
  return failure(() => as(actor, (tx) => tx.db.execute(sql.raw(statement))));
}

/** Runs a statement as a superuser, past grants and row-level security; triggers still hold. */
async function asOwner(statement: string): Promise<string> {
  return failure(() => database.sql.unsafe(statement));
}

async function failure(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return "it was done";
  } catch (error) {
    return named(error);
  }
}

function named(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  if ("constraint_name" in error && typeof error.constraint_name === "string") return error.constraint_name;
  if ("cause" in error && error.cause) return named(error.cause);
  return error instanceof Error ? error.message : "unknown";
}

describe("by direct SQL, as the owner", () => {
  test.each([
    ["update portal.versions set title = 'Other'", "versions_immutable"],
    ["update portal.versions set content_sha256 = repeat('0', 64)", "versions_immutable"],
    ["update portal.versions set required_seats = required_seats[1:3]||required_seats[1:1]", "versions_immutable"],
    ["update portal.versions set warnings = '[{}]'", "versions_immutable"],
    ["delete from portal.versions", "versions_immutable"],
    ["truncate portal.versions cascade", "_append_only"],
    ["update portal.signatures set signed_at = now()", "signatures_append_only"],
    ["delete from portal.signatures", "signatures_append_only"],
    ["truncate portal.signatures", "signatures_append_only"],
    ["update portal.version_seats set organisation = 'Other'", "version_seats_append_only"],
    ["delete from portal.version_seats", "version_seats_append_only"],
    ["update portal.payloads set body = null, erased_at = now()", "payloads_immutable"],
    ["delete from portal.payloads", "payloads_immutable"],
    ["truncate portal.payloads cascade", "_append_only"],
    ["update publication.publications set number = 9", "publications_append_only"],
    ["delete from publication.publications", "publications_append_only"],
    ["update publication.bodies set body = null, erased_at = now()", "publications_immutable"],
    ["update ledger.entries set type = 'version.other'", "entries_append_only"],
    ["delete from ledger.entries", "entries_append_only"],
    ["truncate ledger.entries cascade", "_append_only"],
  ])("%s", async (statement, constraint) => {
    expect(await asOwner(statement)).toContain(constraint);
  });

  test("a version is not approved or published without every signature", async () => {
    for (const status of ["approved", "published", "scheduled"]) {
      expect(await asOwner(`update portal.versions set status = '${status}' where id = '${awaitingId}'`)).toMatch(/versions_(every_seat_signs|transition)/);
    }
    expect(await asOwner(`update portal.versions set status = 'awaiting' where id = '${publishedId}'`)).toBe("versions_transition");
    expect(await asOwner(`update portal.versions set status = 'declined', closed_at = now() where id = '${awaitingId}'`)).toBe("versions_decline_recorded");
  });
});

describe("by direct SQL, as the portal's role bound to a member", () => {
  test.each([
    ["update portal.versions set title = 'Other'"],
    ["delete from portal.versions"],
    ["update portal.signatures set signed_at = now()"],
    ["delete from portal.signatures"],
    ["update portal.version_seats set organisation = 'Other'"],
    ["update portal.payloads set sha256 = repeat('0', 64)"],
    ["delete from portal.payloads"],
    ["update publication.publications set number = 9"],
    ["delete from publication.bodies"],
    ["insert into ledger.entries select * from ledger.entries"],
    ["update ledger.heads set seq = 0"],
    ["alter table portal.versions disable trigger versions_guard"],
    ["truncate portal.signatures"],
  ])("%s", async (statement) => {
    expect(await asMember(statement)).toMatch(/permission denied|must be owner/);
  });

  test("bytes are not erased unless a takedown says so", async () => {
    expect(await asMember("update portal.payloads set body = null, erased_at = now()")).toBe("payloads_immutable");
    expect(await asMember("update publication.bodies set body = null, erased_at = now()")).toBe("publications_immutable");
  });

  test("a version is not published without every signature", async () => {
    expect(await asMember(`update portal.versions set status = 'approved' where id = '${awaitingId}'`)).toBe("versions_every_seat_signs");
    expect(await asMember(`update portal.versions set status = 'published' where id = '${awaitingId}'`)).toMatch(/versions_(transition|every_seat_signs)/);
    expect(
      await asMember(`insert into publication.publications (partnership_id, slug, kind, number, version_id, content_sha256, html_sha256, pdf_sha256, facts)
        select partnership_id, 'fernmoor', kind, number, id, content_sha256, html_sha256, pdf_sha256, '{}' from portal.versions where id = '${awaitingId}'`),
    ).toBe("publications_of_published_versions");
  });

  test("a signature in another's name, or about something else, is refused", async () => {
    const [, icb] = partnership.seats;
    if (!icb) throw new Error("seats");
    const insert = (person: string) => `
      insert into portal.signatures (partnership_id, version_id, seat_id, person_id, appointment_id, statement_sha256, strength, ledger_seq, reference)
      select '${partnership.id}', '${awaitingId}', '${icb.id}', '${person}', '${icb.leadAppointmentId}', s.statement_sha256, 'password+totp', 1, 'AAAA-AAAA-AAAA'
      from portal.signatures s where s.version_id = '${awaitingId}'`;
    expect(await asMember(insert(icb.lead.personId))).toBe("signatures_own_seat");
    expect(await asMember(insert(icb.lead.personId), icb.lead.actor)).toBe("signatures_statement_matches");
  });

  test("an erasure is proposed and confirmed in one's own name, and stays", async () => {
    const about = { partnershipId: partnership.id, versionId: publishedId };
    await takeDownVersion(partnership.chair.actor, { ...about, reason: "Published by mistake." }, submission());
    const other = partnership.delegate.personId;
    expect(await asMember(`update portal.takedowns set erasure_proposed_by = '${other}', erasure_proposed_at = now()`)).toBe("takedowns_own_name");
    await proposeErasure(partnership.chair.actor, about, submission());
    expect(await asMember(`update portal.takedowns set erased_by = '${other}', erased_at = now()`)).toBe("takedowns_own_name");
    expect(await asMember(`update portal.takedowns set erased_by = '${partnership.chair.personId}', erased_at = now()`)).toBe("takedowns_erased_by_two");
    expect(await asOwner("update portal.takedowns set erasure_proposed_by = null, erasure_proposed_at = null")).toBe("takedowns_immutable");
    expect(await asOwner("delete from portal.takedowns")).toBe("takedowns_append_only");
  });
});
