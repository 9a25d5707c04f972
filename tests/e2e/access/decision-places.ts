import { decide } from "#tests/support/decisions.ts";
import { addRisk, raise } from "#tests/support/escalations.ts";
import type { TestPartnership } from "#tests/support/partnership.ts";

/** A decision that waits for the leads, an escalation that was raised, and a risk that is open. */
export async function addDecisionPlaces(ours: TestPartnership): Promise<Record<string, string>> {
  return { decision: String(await decide(ours)), escalation: String(await raise(ours)), risk: String(await addRisk(ours, { reviewOn: "2098-01-01" })) };
}
