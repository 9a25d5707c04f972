import { answerRequest } from "#app/domain/agencies/requests/answer-request.server.ts";
import { closeRequest } from "#app/domain/agencies/requests/close-request.server.ts";
import { decideEscalation } from "#app/domain/agencies/requests/decide-escalation.server.ts";
import { escalateRequest } from "#app/domain/agencies/requests/escalate-request.server.ts";
import { moveDueDate } from "#app/domain/agencies/requests/move-due-date.server.ts";
import { getRequestChoices } from "#app/domain/agencies/requests/queries.server.ts";
import { recordRequest } from "#app/domain/agencies/requests/record-request.server.ts";
import type { StepInput } from "#app/domain/agencies/requests/take-step.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import type { Stage } from "./demo.ts";
import { type DemoStep, demoRequests } from "./demo-requests-data.ts";
import { form, must } from "./outcomes.ts";

/** Requests for information: open, late after another day, answered in full and in part, refused and taken up. Four partnerships have none. */
export async function seedRequests(stage: Stage): Promise<void> {
  await stage.at("2026-11-24T10:00:00Z");
  for (const { slug, manager, requests } of demoRequests) {
    const partnershipId = await stage.partnershipId(slug);
    const actor = await stage.actor(manager);
    const { seats, agencies } = await getRequestChoices(actor, partnershipId);
    for (const { from, recipient, basisWords, steps = [], ...request } of requests) {
      const seat = seats.find((each) => each.name === from);
      if (from && !seat) throw new Error(`${slug} has no partner ${from}`);
      const membershipId = agencies.find((agency) => agency.name === recipient)?.id ?? null;
      const { number } = must(await recordRequest(actor, { partnershipId, ...request, seatId: seat?.id ?? null, membershipId, recipient, basisWords: basisWords ?? null, looked: [] }, form()));
      for (const [revision, step] of steps.entries()) must(await take(actor, { partnershipId, number, revision, looked: [] }, step));
    }
  }
}

function take(actor: SessionActor, at: StepInput, step: DemoStep): Promise<Outcome<null>> {
  switch (step.step) {
    case "move":
      return moveDueDate(actor, { ...at, ...step }, form());
    case "answer":
      return answerRequest(actor, { ...at, ...step }, form());
    case "escalate":
      return escalateRequest(actor, { ...at, ...step }, form());
    case "decide":
      return decideEscalation(actor, { ...at, ...step, advice: step.advice ?? null, minorityView: step.minorityView ?? null }, form());
    case "close":
      return closeRequest(actor, { ...at, ...step }, form());
  }
}
