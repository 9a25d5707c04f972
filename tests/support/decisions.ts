import type postgres from "postgres";

import type { DecisionInput } from "#app/domain/decisions/record-decision.server.ts";
import { recordDecision } from "#app/domain/decisions/record-decision.server.ts";

import { need } from "./funding.ts";
import { submission, type TestPartnership } from "./partnership.ts";

/** The seat whose delegate the partnership has. */
export async function delegateSeat(sql: postgres.Sql, { id }: Pick<TestPartnership, "id">): Promise<string> {
  const [row] = await sql<{ seat_id: string }[]>`select seat_id from portal.appointments where partnership_id = ${id} and role = 'dsp'`;
  if (!row) throw new Error("no delegate");
  return row.seat_id;
}

/** Lets the partnership's delegate decide about procedures and training, and commit up to £500, since April 2026. Answers the seat. */
export async function delegateMatters(sql: postgres.Sql, ours: Pick<TestPartnership, "id">, matters = ["procedures", "training"]): Promise<string> {
  const seatId = await delegateSeat(sql, ours);
  await sql`
    insert into portal.delegations (partnership_id, from_appointment_id, to_appointment_id, scope, starts_on)
    select d.partnership_id, l.id, d.id, 'The daily work of the partnership', '2026-04-01' from portal.appointments d join portal.appointments l on l.seat_id = d.seat_id and l.role = 'lsp'
    where d.partnership_id = ${ours.id} and d.role = 'dsp' on conflict do nothing`;
  await sql`
    insert into portal.delegated_matters (partnership_id, seat_id, number, starts_on, matters, limit_pence, office, recorded_by)
    select partnership_id, seat_id, 1, '2026-04-01', ${matters}, 50000, 'Chief Executive', person_id from portal.appointments where partnership_id = ${ours.id} and role = 'lsp' and seat_id = ${seatId}`;
  return seatId;
}

/** A decision that is put to the leads, with these values. */
export function decision(partnershipId: string, values: Partial<DecisionInput> = {}): DecisionInput {
  return {
    partnershipId,
    sentence: "Schools are told of incidents within one school day.",
    matter: "procedures",
    amountPence: null,
    takenBy: "leads",
    seatIds: [],
    decidedOn: null,
    options: "To go on as before, or to tell them within a week; neither is soon enough.",
    dissent: null,
    leadsTo: null,
    privateKind: null,
    privateReason: null,
    replaces: null,
    replacesReason: null,
    meetingId: null,
    looked: [],
    ...values,
  };
}

/** Records one. Answers its number. */
export async function decide(ours: TestPartnership, values: Partial<DecisionInput> = {}): Promise<number> {
  return need(await recordDecision(ours.businessManager.actor, decision(ours.id, values), submission())).number;
}
