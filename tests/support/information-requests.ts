import type postgres from "postgres";

import type { NewRequest } from "#app/domain/agencies/requests/forms.server.ts";
import { recordRequest } from "#app/domain/agencies/requests/record-request.server.ts";

import { need } from "./funding.ts";
import { submission, type TestPartnership, type TestPerson } from "./partnership.ts";

/** A request as its form reads it, with these values. */
export function request(values: Partial<NewRequest> = {}): NewRequest {
  return {
    seatId: null,
    membershipId: null,
    recipient: "Vale Swimming Club",
    purpose: "To see how clubs check those who train children.",
    askedFor: "How many coaches were checked in 2026, in figures.",
    basis: "ca04-16h",
    basisWords: null,
    askedOn: "2026-09-01",
    dueOn: "2026-09-04",
    looked: [],
    ...values,
  };
}

/** Records one. Answers its number. */
export async function ask({ id: partnershipId, businessManager }: TestPartnership, values: Partial<NewRequest> = {}): Promise<number> {
  return need(await recordRequest(businessManager.actor, { partnershipId, ...request(values) }, submission())).number;
}

/** Lets these people speak for an agency of the register: the first as representative, the second as deputy. */
export async function speakFor(sql: postgres.Sql, membershipId: string, first: TestPerson, second?: TestPerson): Promise<void> {
  await sql`
    update portal.agency_memberships m set
      representative_post_id = (select a.post_id from portal.appointments a where a.person_id = ${first.personId} and a.partnership_id = m.partnership_id),
      deputy_post_id = (select a.post_id from portal.appointments a where a.person_id = ${second?.personId ?? null} and a.partnership_id = m.partnership_id)
    where m.id = ${membershipId}`;
}
