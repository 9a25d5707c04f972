import type postgres from "postgres";

import { proposeListErasure } from "#app/domain/agencies/takedowns/erase-lists.server.ts";
import { publishListAgain } from "#app/domain/agencies/takedowns/publish-list-again.server.ts";
import { takeDownList } from "#app/domain/agencies/takedowns/take-down-list.server.ts";
import { nameOne, propose } from "#tests/support/agencies.ts";
import { need } from "#tests/support/funding.ts";
import { speakFor } from "#tests/support/information-requests.ts";
import { submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

/** A request for information that was taken to the delegates, asked of an agency for which these people speak. Answers its number. */
export async function addRequest(sql: postgres.Sql, ours: TestPartnership, [first, second]: readonly TestPerson[]): Promise<string> {
  const membershipId = await propose(ours, { legalName: "Vale Probation" });
  if (first) await speakFor(sql, membershipId, first, second);
  await sql`
    insert into portal.information_requests (partnership_id, number, membership_id, recipient, purpose, asked_for, basis, asked_on, first_due_on, due_on, office, recorded_by)
    values (${ours.id}, 1, ${membershipId}, 'Vale Probation', 'To see how it works', 'Figures of the year', 'ca04-16h', access.today() - 20, access.today() - 10, access.today() - 10, 'Business manager', ${ours.businessManager.personId})`;
  await sql`
    insert into portal.information_request_steps (request_id, partnership_id, number, kind, on_day, stage, words, office, recorded_by)
    select id, partnership_id, 1, 'escalated', access.today(), 'delegates', 'Nothing came.', office, recorded_by from portal.information_requests where partnership_id = ${ours.id}`;
  return "1";
}

/** A list of agencies that was published and taken down twice; the lists of the second time are proposed to be erased. */
export async function addTakedowns(ours: TestPartnership): Promise<{ takedown: string; proposedTakedown: string }> {
  const { id: partnershipId, chair, businessManager } = ours;
  const takeDown = async () => need(await takeDownList(chair.actor, { partnershipId, reason: "It showed what puts people at risk." }, submission())).takedownId;
  await nameOne(ours, { legalName: "Heron House" });
  const takedown = await takeDown();
  need(await publishListAgain(chair.actor, { partnershipId }, submission()));
  const proposedTakedown = await takeDown();
  need(await proposeListErasure(businessManager.actor, { partnershipId, takedownId: proposedTakedown }, submission()));
  return { takedown, proposedTakedown };
}

/** Two agencies for which these people speak, and a change that one of them proposes. */
export async function addOwnChange(sql: postgres.Sql, ours: TestPartnership, [first, second]: readonly TestPerson[]): Promise<{ ownAgency: string; change: string }> {
  if (!first) throw new Error("no representative");
  const ownAgency = await propose(ours, { legalName: "Vale Youth Justice" });
  await speakFor(sql, ownAgency, first, second);
  await speakFor(sql, await propose(ours, { legalName: "Vale Prison" }), first);
  const [change] = await sql<{ id: string }[]>`
    insert into portal.agency_changes (partnership_id, membership_id, before, after, post_id, proposed_by)
    select partnership_id, id, '{"legalName": "Vale Youth Justice"}', '{"legalName": "Vale Youth Justice Service"}', representative_post_id, ${first.personId} from portal.agency_memberships where id = ${ownAgency} returning id`;
  return { ownAgency, change: change?.id ?? "" };
}
