import { answerDecision } from "#app/domain/decisions/answer-decision.server.ts";
import { noteDecisions } from "#app/domain/decisions/note-decisions.server.ts";
import { getPowers } from "#app/domain/decisions/powers.server.ts";
import { recordDecision } from "#app/domain/decisions/record-decision.server.ts";
import { recordDelegated } from "#app/domain/decisions/record-delegated.server.ts";
import { holdsOn } from "#app/domain/people/rules.ts";

import type { Stage } from "./demo.ts";
import { type DemoDecision, demoDecisions, demoMatters } from "./demo-decisions-data.ts";
import { demoBodies, demoPartnerships } from "./demo-people.ts";
import { form, must } from "./outcomes.ts";

/** On the morning on which they delegate, the leads list what their delegates may decide. */
export async function seedDelegatedMatters(stage: Stage): Promise<void> {
  await stage.at("2026-04-01T11:00:00Z");
  for (const { slug, holders } of demoPartnerships) {
    const partnershipId = await stage.partnershipId(slug);
    for (const lead of holders.filter((holder) => holder.role === "lsp" && holdsOn({ since: holder.startsOn, until: holder.endsOn ?? null }, "2026-04-01"))) {
      const actor = await stage.actor(lead.person);
      const [seat] = await stage.sql<{ id: string }[]>`select s.id from portal.seats s join portal.organisations o on o.id = s.organisation_id where s.partnership_id = ${partnershipId} and o.code = ${lead.body ?? ""}`;
      const kind = demoBodies.find((body) => body.code === lead.body)?.kind;
      if (!seat || !kind) throw new Error(`${lead.person} leads nobody`);
      must(await recordDelegated(actor, { partnershipId, seatId: seat.id, ...demoMatters[kind], startsOn: "2026-04-01", revision: 0 }, form()));
    }
  }
}

/** Decisions of delegates, one of them superseded and one not public, and two beyond their delegations: agreed, and waiting. */
export async function seedDecisions(stage: Stage): Promise<void> {
  await stage.at("2026-11-27T09:00:00Z");
  for (const { slug, manager, decisions, noted } of demoDecisions) {
    const partnershipId = await stage.partnershipId(slug);
    const { powers } = await getPowers(await stage.actor(manager), partnershipId);
    const seatOf = new Map(powers.map((seat) => [seat.body, seat.seatId]));
    for (const decision of decisions) await seedOne(stage, partnershipId, manager, decision, seatOf);
    for (const person of noted) must(await noteDecisions(await stage.actor(person), { partnershipId, upTo: decisions.length }, form()));
  }
}

async function seedOne({ sql, actor }: Stage, partnershipId: string, manager: string, decision: DemoDecision, seatOf: ReadonlyMap<string, string>): Promise<void> {
  const { by = [], answers = [], notPublic, replaces, amountPence = null, decidedOn = null, dissent = null, leadsTo = null, ...words } = decision;
  const seatIds = by.map((body) => {
    const seat = seatOf.get(body);
    if (!seat) throw new Error(`no partner ${body}`);
    return seat;
  });
  const { number } = must(await recordDecision(await actor(manager), {
    ...words, partnershipId, amountPence, decidedOn, dissent, leadsTo, seatIds, takenBy: by.length > 0 ? "delegates" : "leads",
    privateKind: notPublic?.kind ?? null, privateReason: notPublic?.reason ?? null, replaces: replaces ? { number: replaces.number, kind: replaces.kind } : null, replacesReason: replaces?.reason ?? null, meetingId: null, looked: [],
  }, form()));
  for (const { person, words: said = null, declined = false } of answers) {
    const [seat] = await sql<{ seat_id: string }[]>`
      select a.seat_id from portal.appointments a join portal.people p on p.id = a.person_id where a.partnership_id = ${partnershipId} and a.role = 'lsp' and p.name = ${person}`;
    must(await answerDecision(await actor(person), { partnershipId, number, seatId: seat?.seat_id ?? "", agreed: !declined, words: said, looked: [] }, form()));
  }
}
