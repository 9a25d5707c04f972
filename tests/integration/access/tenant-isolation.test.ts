import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { acknowledge } from "#app/domain/agencies/notices/acknowledge.server.ts";
import { answerDecision } from "#app/domain/decisions/answer-decision.server.ts";
import { noteDecisions } from "#app/domain/decisions/note-decisions.server.ts";
import { withdrawDecision } from "#app/domain/decisions/withdraw-decision.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { setClocks } from "#app/domain/escalations/set-clocks.server.ts";
import { takeFurther } from "#app/domain/escalations/take-further.server.ts";
import { varyLine } from "#app/domain/funding/change-lines.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { nameOne, propose } from "#tests/support/agencies.ts";
import { addAssessmentRows } from "#tests/support/assessment-rows.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { decide, delegateMatters } from "#tests/support/decisions.ts";
import { addRisk, raise } from "#tests/support/escalations.ts";
import { need, publishBudget } from "#tests/support/funding.ts";
import { addReply, tokenOf } from "#tests/support/notices.ts";
import { addPartnership, addPerson, addReadyDraft, addRepresentative, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { agreed, figure, measured } from "#tests/support/priorities.ts";
import { withoutReview } from "#tests/support/review.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let tables: { name: string; schema: string }[];
let administrator: SessionActor;
let theirRepresentative = "";
/** An agency of theirs that has a letter. */
let told: string;

beforeAll(async () => {
  database = await freshDatabase();
  ours = await addPartnership(database.sql, "alderwick");
  theirs = await addPartnership(database.sql, "birchmere");
  administrator = (await addPerson(database.sql, "Admin Aspen", { administrator: true })).actor;
  await fillEveryTable(theirs);
  tables = await database.sql<{ name: string; schema: string }[]>`
    select c.oid::regclass::text as name, n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('portal', 'ledger', 'publication', 'access')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id')
    order by 1`;
});
afterAll(async () => {
  await database.close();
});

/** A whole life of a version, so that every table has rows of the other partnership. */
async function fillEveryTable(partnership: TestPartnership): Promise<void> {
  const { id: partnershipId, businessManager } = partnership;
  const { documentId } = await addReadyDraft(database.sql, partnershipId, businessManager.personId);
  const frozen = await freezeVersion(businessManager.actor, { partnershipId, kind: "arrangements", revision: 1, reasons: withoutReview }, submission());
  if (!frozen.ok) throw new Error(frozen.refusal);
  const { versionId } = frozen.value;
  for (const seat of partnership.seats) await signVersion(seat.lead.actor, { partnershipId, versionId, seatId: seat.id }, submission());
  const published = await publishVersion(businessManager.actor, { partnershipId, versionId }, submission());
  if (!published.ok) throw new Error(published.refusal);
  const { sql } = database;
  await sql`insert into portal.takedowns (version_id, partnership_id, reason, taken_down_by) values (${versionId}, ${partnershipId}, 'Somebody could be identified', ${businessManager.personId})`;
  await sql`insert into portal.detector_overrides (document_id, partnership_id, fingerprint, kind, reason, proposed_by) values (${documentId}, ${partnershipId}, 'f', 'postcode', 'An office', ${businessManager.personId})`;
  await sql`insert into portal.declared_gaps (document_id, partnership_id, item_id, reason) values (${documentId}, ${partnershipId}, 'custody-residential', 'None in the area')`;
  await sql`insert into portal.delegations (partnership_id, from_appointment_id, to_appointment_id, scope, starts_on)
    select d.partnership_id, l.id, d.id, 'Day to day work', '2024-04-01' from portal.appointments d join portal.appointments l on l.seat_id = d.seat_id and l.role = 'lsp' where d.partnership_id = ${partnershipId} and d.role = 'dsp'`;
  await sql`insert into portal.appointment_terms (partnership_id, appointment_id, revision, review_on) select partnership_id, id, 1, '2027-04-01' from portal.appointments where partnership_id = ${partnershipId} and role = 'chair'`;
  await sql`insert into portal.proposals (partnership_id, kind, rule, post_id, required_seats, data, reason, proposed_by)
    select ${partnershipId}, 'appoint-chair', 'every-lead', id, ${partnership.seats.map((seat) => seat.id)}, '{}', 'A change', ${businessManager.personId} from portal.posts where partnership_id = ${partnershipId} and role = 'chair'`;
  await sql`insert into portal.proposal_agreements (proposal_id, partnership_id, seat_id, person_id, appointment_id)
    select p.id, a.partnership_id, a.seat_id, a.person_id, a.id from portal.proposals p join portal.appointments a on a.partnership_id = p.partnership_id and a.role = 'lsp' where p.partnership_id = ${partnershipId}`;
  await sql`insert into portal.concern_contacts (partnership_id, area_id, revision, service, phone, recorded_by)
    select partnership_id, organisation_id, 1, 'Front door', '01632960001', ${businessManager.personId} from portal.partnership_areas where partnership_id = ${partnershipId}`;
  await sql`insert into portal.comments (partnership_id, document_id, section_id, section_revision, opened_by) select ${partnershipId}, document_id, id, revision, ${businessManager.personId} from portal.sections where document_id = ${documentId} limit 1`;
  await sql`insert into portal.remarks (partnership_id, comment_id, number, text, said_by) select partnership_id, id, 1, 'Say more', opened_by from portal.comments where partnership_id = ${partnershipId}`;
  await sql`insert into portal.mentions (remark_id, person_id, partnership_id) select id, said_by, partnership_id from portal.remarks where partnership_id = ${partnershipId}`;
  await sql`insert into portal.reviews (partnership_id, document_id, revision, outcome, reviewed_by) values (${partnershipId}, ${documentId}, 1, 'ready', ${partnership.chair.personId})`;
  await sql`insert into portal.review_requests (partnership_id, document_id, revision, asked_by) values (${partnershipId}, ${documentId}, 1, ${businessManager.personId})`;
  await sql`insert into portal.publication_schedules (partnership_id, version_id, due_at, scheduled_by) values (${partnershipId}, ${versionId}, access.clock() + interval '1 day', ${businessManager.personId})`;
  await sql`insert into publication.notices (publication_id, partnership_id, state) select id, partnership_id, 'withdrawn' from publication.publications where partnership_id = ${partnershipId}`;
  // A decline needs a version that awaits: the next one.
  await sql`update portal.documents set revision = 2 where id = ${documentId}`;
  const next = await freezeVersion(businessManager.actor, { partnershipId, kind: "arrangements", revision: 2, reasons: withoutReview }, submission());
  if (!next.ok) throw new Error(next.refusal);
  await sql`insert into portal.draft_files (document_id, partnership_id, name, sha256, size, pages, texts, body)
    values (${documentId}, ${partnershipId}, 'Thresholds.pdf', encode(sha256('pdf'), 'hex'), 3, 1, '[]', 'pdf')`;
  await sql`insert into portal.government_notifications (version_id, partnership_id, notified_on, recorded_by) values (${versionId}, ${partnershipId}, access.today(), ${businessManager.personId})`;
  await sql`insert into portal.word_imports (partnership_id, kind, file_name, file_sha256, closed_at, read_by) values (${partnershipId}, 'arrangements', 'Draft.docx', ${"0".repeat(64)}, access.clock(), ${businessManager.personId})`;
  await sql`insert into publication.corrections (publication_id, partnership_id, field, number, before, after, reason, salt, office)
    select id, partnership_id, 'change-note', 1, 'Befor', 'Before', 'A spelling', ${"0".repeat(64)}, 'Business manager' from publication.publications where version_id = ${versionId}`;
  const entryId = "00000000-0000-4000-8000-00000000000e";
  await sql`insert into publication.publications (partnership_id, slug, kind, number, facts) values (${partnershipId}, ${partnership.slug}, 'archive', 1, ${sql.json({ entryId })})`;
  await sql`insert into portal.archive_removals (entry_id, partnership_id, reason, removed_by) values (${entryId}, ${partnershipId}, 'It was added twice', ${businessManager.personId})`;
  await fillFunding(partnership);
  await sql`
    insert into publication.publications (partnership_id, slug, kind, number, facts)
    select ${partnershipId}, ${partnership.slug}, 'agencies', coalesce(max(number), 0) + 1, '{}' from publication.publications where partnership_id = ${partnershipId} and kind = 'agencies'`;
  await sql`
    insert into portal.agency_list_takedowns (partnership_id, up_to, reason, taken_down_by)
    select ${partnershipId}, max(number), 'It showed a refuge', ${businessManager.personId} from publication.publications where partnership_id = ${partnershipId} and kind = 'agencies'`;
  await sql`insert into portal.information_requests (partnership_id, number, recipient, purpose, asked_for, basis, asked_on, first_due_on, due_on, office, recorded_by)
    values (${partnershipId}, 1, 'A club', 'To see how it works', 'Figures of the year', 'ca04-16h', access.today(), access.today(), access.today(), 'Business manager', ${businessManager.personId})`;
  await sql`insert into portal.information_request_steps (request_id, partnership_id, number, kind, on_day, answer, words, office, recorded_by)
    select id, partnership_id, 1, 'answered', asked_on, 'refused', 'Not ours to give', office, recorded_by from portal.information_requests where partnership_id = ${partnershipId}`;
  await fillDecisions(partnership);
  const priority = await agreed(partnership, { membershipIds: [told] });
  need(await figure(partnership, priority, await measured(partnership, priority)));
  await sql`insert into portal.priority_statements (priority_id, partnership_id, number, state, words, measures, office, recorded_by) select id, partnership_id, 1, 'on-track', 'It goes well', '[]', office, recorded_by from portal.priorities where partnership_id = ${partnershipId}`;
  await sql`insert into portal.priority_moves (priority_id, partnership_id, number, from_day, to_day, reason, agreed_by, office, recorded_by) select id, partnership_id, 1, due_on, due_on + 30, 'It began late', 'The leads', office, recorded_by from portal.priorities where partnership_id = ${partnershipId}`;
  await fillEscalations(partnership);
  await sql`insert into access.invitations (id, person_id, email, partnership_id, appointment_id, role, expires_at)
    select ${"1".repeat(64)}, a.person_id, 'lead@example.test', a.partnership_id, a.id, a.role, access.clock() + interval '3 days' from portal.appointments a where a.partnership_id = ${partnershipId} and a.role = 'chair'`;
}

/** A decision of a delegate that was noted, one that was answered and one that was taken back. */
async function fillDecisions(partnership: TestPartnership): Promise<void> {
  const { id: partnershipId, businessManager, seats: [seat] } = partnership;
  const { sql } = database;
  const seatId = await delegateMatters(sql, partnership);
  await decide(partnership, { takenBy: "delegates", seatIds: [seatId], decidedOn: "2026-09-01" });
  need(await noteDecisions(seat?.lead.actor ?? businessManager.actor, { partnershipId, upTo: 1 }, submission()));
  const asked = await decide(partnership);
  need(await answerDecision(seat?.lead.actor ?? businessManager.actor, { partnershipId, number: asked, seatId: seat?.id ?? "", agreed: true, words: null, looked: [] }, submission()));
  need(await withdrawDecision(businessManager.actor, { partnershipId, number: asked, reason: "Asked too early.", looked: [] }, submission()));
}

/** A dispute that was taken further, and a risk. */
async function fillEscalations(partnership: TestPartnership): Promise<void> {
  const { id: partnershipId, chair } = partnership;
  need(await setClocks(chair.actor, { partnershipId, days: { delegates: 10 } }, submission()));
  const number = await raise(partnership);
  need(await takeFurther(chair.actor, { partnershipId, number, revision: 0, looked: [], on: "2026-09-02", words: "They could not agree." }, submission()));
  await addRisk(partnership, { reviewOn: "2098-01-01" });
}

/** A signed budget that was varied, a file of lines, and one payer's amount for this partnership and a third. */
async function fillFunding(partnership: TestPartnership): Promise<void> {
  const { id: partnershipId, businessManager } = partnership;
  const year = "2026-27";
  const { sql } = database;
  await publishBudget(database, partnership, year);
  const line = (await findFundingYear(businessManager.actor, partnershipId, year))?.spending[0];
  need(await varyLine(businessManager.actor, { partnershipId, year, list: "spending", lineId: line?.id ?? "", revision: 1, after: 1, on: "2026-06-01", reason: "A change" }, submission()));
  await sql`insert into portal.funding_imports (partnership_id, year, list, file_name, file_sha256, removes_missing, rows, uploaded_by) values (${partnershipId}, ${year}, 'spending', 'Lines.csv', ${"0".repeat(64)}, false, '[]', ${businessManager.personId})`;
  await sql`insert into portal.register_imports (partnership_id, source, file_name, file_sha256, counts, rows, errors, uploaded_by) values (${partnershipId}, 'own', 'Agencies.csv', ${"0".repeat(64)}, '{}', '[]', '{}', ${businessManager.personId})`;
  await fillVoice(partnership);
  await addReply(database, partnership);
  told = await nameOne(partnership, { legalName: "Heron Hill School" }, { contactEmail: "office@heron.example" });
  await sql`insert into portal.agency_withholdings (partnership_id, membership_id, reason, withheld_by) values (${partnershipId}, ${told}, 'People live there', ${businessManager.personId})`;
  const acknowledged = await nameOne(partnership, { legalName: "Wren Lane School" }, { contactEmail: "office@wren.example" });
  need(await acknowledge(await tokenOf(database, acknowledged), { name: "Jo Finch", post: "Headteacher" }));
  await addAssessmentRows(sql, partnership);
  const third = await addPartnership(sql, "cedarholt");
  await fillMeetings(partnership, third.id);
  await sql.begin(async (tx) => {
    const [shared] = await tx<{ id: string }[]>`
      insert into portal.shared_contributions (partnership_id, year, contributor, sector, pence, method, recorded_by)
      values (${partnershipId}, ${year}, 'Vale Police', 'police', 100, 'flat', ${businessManager.personId}) returning id`;
    await tx`insert into portal.shared_parts ${tx([partnershipId, third.id].map((id) => ({ shared_id: shared?.id ?? "", host_id: partnershipId, partnership_id: id, weight: 1, pence: 50 })))}`;
  });
}

/** A meeting of theirs that a third partnership shares, moved and held. */
async function fillMeetings({ id: partnershipId, businessManager: { personId }, seats }: TestPartnership, thirdId: string): Promise<void> {
  const { sql } = database;
  const [meeting] = await sql<{ id: string }[]>`
    insert into portal.meetings (partnership_id, kind, starts_at, ends_at, first_starts_at, place, recorded_by)
    values (${partnershipId}, 'leads', '2026-06-01T09:00Z', '2026-06-01T10:00Z', '2026-06-01T09:00Z', 'Room 2', ${personId}) returning id`;
  const id = meeting?.id ?? "";
  await sql`insert into portal.meeting_moves (meeting_id, partnership_id, from_starts_at, to_starts_at, reason, office, moved_by) values (${id}, ${partnershipId}, '2026-05-01T09:00Z', '2026-06-01T09:00Z', 'The room', 'Chair', ${personId})`;
  const [item] = await sql<{ id: string }[]>`insert into portal.meeting_items (meeting_id, partnership_id, position, title, purpose, recorded_by) values (${id}, ${partnershipId}, 0, 'An item', 'decision', ${personId}) returning id`;
  await sql`insert into portal.meeting_minutes (item_id, meeting_id, partnership_id, number, began_from, seen, stands, body, office, saved_by) values (${item?.id ?? ""}, ${id}, ${partnershipId}, 1, 0, 0, true, 'Noted.', 'Chair', ${personId})`;
  await sql`insert into portal.meeting_attendance (meeting_id, partnership_id, of_partnership_id, seat_id, seat_kind, body, status, position, recorded_by) values (${id}, ${partnershipId}, ${partnershipId}, ${seats[0]?.id ?? ""}, ${seats[0]?.kind ?? "icb"}, 'Vale', 'present', 0, ${personId})`;
  await sql`insert into portal.quorum_rules (partnership_id, kind, revision, starts_on, each_kind, seats_least, all_least, education, deputies_count, office, recorded_by) values (${partnershipId}, 'leads', 1, '2026-01-01', true, 0, 0, false, true, 'Chair', ${personId})`;
  await sql`insert into portal.meeting_shares (meeting_id, host_id, partnership_id, proposed_by) values (${id}, ${partnershipId}, ${thirdId}, ${personId})`;
  // One of the third partnership that they share.
  await sql`with theirs as (
      insert into portal.meetings (partnership_id, kind, starts_at, ends_at, first_starts_at, place, recorded_by)
      values (${thirdId}, 'leads', '2026-06-02T09:00Z', '2026-06-02T10:00Z', '2026-06-02T09:00Z', 'Room 2', ${personId}) returning id)
    insert into portal.meeting_shares (meeting_id, host_id, partnership_id, proposed_by) select id, ${thirdId}::uuid, ${partnershipId}::uuid, ${personId}::uuid from theirs`;
}

/** A representative who was chosen, and an agency that speaks for another. */
async function fillVoice(partnership: TestPartnership): Promise<void> {
  const { id: partnershipId } = partnership;
  const [body, member] = [await propose(partnership, { legalName: "Vale Heads" }), await propose(partnership)];
  const { sql } = database;
  await addRepresentative(sql, partnershipId, "education-representative");
  const [chosen] = await sql<{ id: string }[]>`insert into portal.representations (appointment_id, partnership_id, revision, chosen_by, chosen_on, how, speaks_for)
    select id, partnership_id, 1, 'election', '2026-06-01', 'By a vote', '{primary}' from portal.appointments where partnership_id = ${partnershipId} and role = 'education-representative' returning appointment_id as id`;
  theirRepresentative = chosen?.id ?? "";
  await sql`insert into portal.agency_changes (partnership_id, membership_id, before, after, post_id, proposed_by)
    select a.partnership_id, ${body}, '{"legalName": "Vale Heads"}', '{"legalName": "Heads of the Vale"}', a.post_id, a.person_id from portal.appointments a where a.id = ${theirRepresentative}`;
  await sql`insert into portal.representative_bodies (membership_id, partnership_id, role, since) values (${body}, ${partnershipId}, 'It speaks for schools', '2026-01-01')`;
  await sql`insert into portal.body_members (partnership_id, body_id, member_id, starts_on) values (${partnershipId}, ${body}, ${member}, '2026-01-01')`;
}

const published = new Set(["publication.publications", "publication.notices"]);
const onlyAfterADecline = "portal.declines";

describe("the database alone, with every route check gone", () => {
  test("every table of a partnership has row-level security, forced, with a policy", async () => {
    const open = await database.sql`
      select c.oid::regclass::text as name from pg_class c
      where c.oid = any (${tables.map((table) => table.name)}::regclass[])
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`;
    expect(open).toEqual([]);
    expect(tables.length).toBeGreaterThan(20);
  });

  test("the other partnership has rows in every table, so that reading none means something", async () => {
    const empty: string[] = [];
    for (const { name } of tables) {
      const [row] = await database.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${name} where partnership_id = '${theirs.id}'`);
      if (row?.count === 0 && name !== onlyAfterADecline) empty.push(name);
    }
    expect(empty).toEqual([]);
  });

  test("no role of ours reads a row of theirs, in any table", async () => {
    const people = [ours.seats[0]?.lead, ours.delegate, ours.chair, ours.businessManager, ours.scrutineer].filter((person) => person !== undefined);
    const leaks: string[] = [];
    for (const person of people) {
      for (const { name } of tables.filter((table) => !published.has(table.name))) {
        const rows = await countAs(person.actor, name);
        if (rows !== 0) leaks.push(`${person.name} reads ${String(rows)} of ${name}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  test("an administrator reads who is where, and no content", async () => {
    const seen: string[] = [];
    for (const { name } of tables) if (((await countAs(administrator, name)) ?? 0) > 0) seen.push(name);
    expect(seen).toEqual([
      "portal.agency_list_takedowns",
      "portal.appointment_terms",
      "portal.appointments",
      "portal.archive_removals",
      "portal.concern_contacts",
      "portal.delegations",
      "portal.guidance_adoptions",
      "portal.partnership_areas",
      "portal.posts",
      "portal.representations",
      "portal.seats",
      "portal.takedowns",
      "portal.versions",
      "publication.notices",
      "publication.publications",
    ]);
  });

  test("nobody of ours changes a row of theirs", async () => {
    const changed: string[] = [];
    for (const statement of [
      raw`update portal.documents set title = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.sections set body = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.versions set status = 'superseded' where partnership_id = ${theirs.id}`,
      raw`update portal.appointments set ends_on = '2026-01-01' where partnership_id = ${theirs.id}`,
      raw`delete from portal.declared_gaps where partnership_id = ${theirs.id}`,
      raw`update portal.funding_years set agreed_pence = 0 where partnership_id = ${theirs.id}`,
      raw`update portal.contributions set pence = 0 where partnership_id = ${theirs.id}`,
      raw`update portal.spending set removed_at = access.clock() where partnership_id = ${theirs.id}`,
      raw`update portal.register_imports set undo = '[]' where partnership_id = ${theirs.id}`,
      raw`delete from portal.register_imports where partnership_id = ${theirs.id}`,
      raw`delete from portal.agency_memberships where partnership_id = ${theirs.id}`,
      raw`update portal.funding_imports set undo = '[]' where partnership_id = ${theirs.id}`,
      raw`update portal.shared_contributions set pence = 1 where partnership_id = ${theirs.id}`,
      raw`update portal.shared_parts set pence = 0 where host_id = ${theirs.id}`,
      raw`delete from portal.shared_parts where host_id = ${theirs.id}`,
      raw`update portal.agency_memberships set status = 'named', named_on = access.today(), reason = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.representative_bodies set role = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.agency_changes set status = 'accepted', decided_at = access.clock(), decided_by = access.me() where partnership_id = ${theirs.id}`,
      raw`update portal.agency_withholdings set ended_at = access.clock(), ended_by = access.me(), ended_reason = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.body_members set ends_on = access.today() where partnership_id = ${theirs.id}`,
      raw`update portal.assessment_returns set due_on = '2100-01-01' where partnership_id = ${theirs.id}`,
      raw`update portal.assessment_answers set evidence = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.assessment_challenges set status = 'asked' where partnership_id = ${theirs.id}`,
      raw`update portal.meetings set place = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.meeting_items set title = 'Taken over' where partnership_id = ${theirs.id}`,
      raw`update portal.meeting_attendance set status = 'absent' where partnership_id = ${theirs.id}`,
      raw`delete from portal.meeting_attendance where partnership_id = ${theirs.id}`,
      raw`update portal.meeting_shares set state = 'accepted', answered_at = access.clock(), answered_by = access.me() where partnership_id = ${theirs.id}`,
      raw`delete from portal.meeting_shares where host_id = ${theirs.id}`,
      raw`update portal.priorities set revision = 99 where partnership_id = ${theirs.id}`,
      raw`update portal.priority_measures set target = 0 where partnership_id = ${theirs.id}`,
      raw`update portal.measure_points set superseded_at = access.clock() where partnership_id = ${theirs.id}`,
      raw`delete from portal.priority_agencies where partnership_id = ${theirs.id}`,
      raw`update portal.agencies set legal_name = 'Taken over' where kept_by = ${theirs.id}`,
      raw`select id from portal.agencies where kept_by = ${theirs.id}`,
      raw`select id from portal.agency_notices where partnership_id = ${theirs.id}`,
      raw`update portal.agency_replies set outcome = 'accepted', decided_at = access.clock(), decided_by = access.me() where partnership_id = ${theirs.id}`,
    ]) {
      const result = await as(ours.businessManager.actor, (tx) => tx.db.execute(statement));
      if (result.count > 0) changed.push(String(result.count));
    }
    expect(changed).toEqual([]);
    await expect(
      as(ours.businessManager.actor, (tx) =>
        tx.db.execute(raw`insert into portal.payloads (partnership_id, sha256, media_type, body) values (${theirs.id}, encode(sha256('x'), 'hex'), 'text/plain', 'x')`),
      ),
    ).rejects.toThrow();
    for (const statement of [
      raw`insert into portal.funding_years (partnership_id, year) values (${theirs.id}, '2030-31')`,
      raw`insert into portal.contributions (partnership_id, year, contributor, sector, form) values (${theirs.id}, '2026-27', 'Taken over', 'other', 'cash')`,
      raw`insert into portal.spending (partnership_id, year, category, description) values (${theirs.id}, '2026-27', 'other', 'Taken over')`,
      raw`insert into portal.agency_list_takedowns (partnership_id, up_to, reason, taken_down_by) values (${theirs.id}, 1, 'Taken over', ${ours.businessManager.personId})`,
      raw`insert into portal.information_requests (partnership_id, number, recipient, purpose, asked_for, basis, asked_on, first_due_on, due_on, office, recorded_by) values (${theirs.id}, 2, 'A club', 'To see how it works', 'Figures of the year', 'other', access.today(), access.today(), access.today(), 'Taken over', ${ours.businessManager.personId})`,
      raw`insert into portal.representations (appointment_id, partnership_id, revision, chosen_by, chosen_on, how, speaks_for) values (${theirRepresentative}, ${theirs.id}, 2, 'election', '2026-06-01', 'Taken over', '{primary}')`,
      raw`insert into portal.representative_bodies (membership_id, partnership_id, role, since) values (gen_random_uuid(), ${theirs.id}, 'Taken over', '2026-01-01')`,
      raw`insert into portal.agency_withholdings (partnership_id, membership_id, reason, withheld_by) values (${theirs.id}, ${told}::uuid, 'Taken over', access.me())`,
      raw`insert into portal.body_members (partnership_id, body_id, member_id, starts_on) values (${theirs.id}, gen_random_uuid(), gen_random_uuid(), '2026-01-01')`,
      raw`insert into portal.agency_notices (id, partnership_id, membership_id, kind, link_sha256, written_at, written_by, status_at) select gen_random_uuid(), ${theirs.id}, ${told}::uuid, 'named', encode(sha256('x'), 'hex'), access.clock(), access.me(), access.clock()`,
      raw`insert into portal.assessment_rounds (partnership_id, set_id, title, period_from, period_to, due_on, issued_office) values (${theirs.id}, 'section-11-2025', 'Taken over', '2026-01-01', '2026-01-01', '2026-01-01', 'Chair')`,
      raw`insert into portal.actions (partnership_id, what, owner, original_due_on, due_on, recorded_by) values (${theirs.id}, 'Taken over', 'Head', '2026-01-01', '2026-01-01', access.me())`,
      raw`insert into portal.meetings (partnership_id, kind, starts_at, ends_at, first_starts_at, place, recorded_by) values (${theirs.id}, 'leads', access.clock(), access.clock() + interval '1 hour', access.clock(), 'Taken over', access.me())`,
      raw`insert into portal.meeting_moves (meeting_id, partnership_id, from_starts_at, to_starts_at, reason, office, moved_by) values (gen_random_uuid(), ${theirs.id}, access.clock(), access.clock(), 'Taken over', 'Chair', access.me())`,
      raw`insert into portal.meeting_items (meeting_id, partnership_id, position, title, purpose, recorded_by) values (gen_random_uuid(), ${theirs.id}, 0, 'Taken over', 'decision', access.me())`,
      raw`insert into portal.quorum_rules (partnership_id, kind, revision, starts_on, each_kind, seats_least, all_least, education, deputies_count, office, recorded_by) values (${theirs.id}, 'leads', 2, access.today(), true, 0, 0, false, true, 'Chair', access.me())`,
      raw`insert into portal.priorities (partnership_id, number, title, why, outcome, period_from, period_to, lead_seat_id, original_due_on, due_on, office, recorded_by) values (${theirs.id}, 9, 'Taken over', 'It was taken over', 'It was taken over', '2026-04-01', '2027-04-01', gen_random_uuid(), '2027-04-01', '2027-04-01', 'Chair', access.me())`,
      raw`insert into portal.priority_measures (priority_id, partnership_id, number, name, definition, unit, direction, counts_children, source, frequency) values (gen_random_uuid(), ${theirs.id}, 9, 'Taken over', 'Taken over', 'days', 'up', false, 'A return', 'yearly')`,
      raw`insert into portal.measure_points (measure_id, partnership_id, on_day, value, source, office, recorded_by) values (gen_random_uuid(), ${theirs.id}, '2026-04-01', 1, 'A return', 'Chair', access.me())`,
      raw`insert into portal.agencies (kept_by, legal_name) values (${theirs.id}, 'Taken over')`,
      raw`insert into portal.agency_memberships (partnership_id, agency_id, category_list, category, inclusion) select ${theirs.id}, gen_random_uuid(), 'si-2018-789', 'charity', 'voluntary'`,
    ]) {
      await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(statement))).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") as string } });
    }
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`select * from ledger.append(${theirs.id}, 'document.saved', 'x')`))).rejects.toThrow();
  });

  test("a tenant cannot be forged by setting a variable", async () => {
    const rows = await as(ours.businessManager.actor, async (tx) => {
      await tx.db.execute(raw`select set_config('app.partnership', ${theirs.id}, true), set_config('app.person', ${theirs.businessManager.personId}, true)`);
      return tx.db.execute(raw`select * from portal.documents where partnership_id = ${theirs.id}`);
    });
    expect(rows).toHaveLength(0);
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`set local role safeguarding_owner`))).rejects.toThrow();
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`select * from access.accounts`))).rejects.toThrow();
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`select * from access.sessions`))).rejects.toThrow();
  });

  test("a session that ended reads nothing", async () => {
    const { actor, personId } = theirs.chair;
    await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${personId}`;
    await expect(as(actor, (tx) => tx.db.execute(raw`select 1`))).rejects.toThrow("");
  });
});

/** How many rows of theirs this person sees; null when the table is closed to the portal altogether. */
async function countAs(actor: SessionActor, table: string): Promise<number | null> {
  try {
    const [row] = await as(actor, (tx) => tx.db.execute<{ count: number }>(raw`select count(*)::int as count from ${raw.raw(table)} where partnership_id = ${theirs.id}`));
    return row?.count ?? null;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && /permission denied/.test(cause.message)) return 0;
    throw error;
  }
}
