import type { NewEscalation } from "#app/domain/escalations/forms.server.ts";
import { raiseEscalation } from "#app/domain/escalations/raise-escalation.server.ts";
import type { NewRisk } from "#app/domain/risks/forms.server.ts";
import { getOwnerChoices } from "#app/domain/risks/queries.server.ts";
import { recordRisk } from "#app/domain/risks/record-risk.server.ts";

import { need } from "./funding.ts";
import { submission, type TestPartnership } from "./partnership.ts";

/** An escalation as its form reads it, with these values. */
export function escalation(values: Partial<NewEscalation> = {}): NewEscalation {
  return { kind: "dispute", subject: "Who pays for the out-of-hours line", issue: "The council and the board each hold that the other pays.", sought: "A share for each partner.", parties: ["The council", "The board"], raisedOn: "2026-09-01", looked: [], ...values };
}

/** Raises one. Answers its number. */
export async function raise({ id: partnershipId, businessManager }: TestPartnership, values: Partial<NewEscalation> = {}): Promise<number> {
  return need(await raiseEscalation(businessManager.actor, { partnershipId, ...escalation(values) }, submission())).number;
}

/** A risk of the business manager's, with these values. */
export async function risk({ id, businessManager }: Pick<TestPartnership, "id" | "businessManager">, values: Partial<NewRisk> = {}): Promise<NewRisk> {
  const { owners } = await getOwnerChoices(businessManager.actor, id);
  const ownerPostId = owners.find((owner) => owner.text.startsWith("Business manager"))?.postId ?? "";
  return { title: "The analyst leaves", description: "Nobody could then join the data of the partners.", likelihood: 3, impact: 4, mitigation: "A second person learns the work.", ownerPostId, reviewOn: "2026-10-01", looked: [], ...values };
}

/** Records one. Answers its number. */
export async function addRisk(ours: TestPartnership, values: Partial<NewRisk> = {}): Promise<number> {
  return need(await recordRisk(ours.businessManager.actor, { partnershipId: ours.id, ...(await risk(ours, values)) }, submission())).number;
}
