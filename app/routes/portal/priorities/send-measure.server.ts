import { measureForm } from "#app/domain/priorities/measure-forms.server.ts";
import { recordMeasure } from "#app/domain/priorities/record-measure.server.ts";

import type { MemberWithPriority } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

/** Reads the form of a measure and adds or changes it. @param measureId null for a new one */
export function sendMeasure(request: Request, member: MemberWithPriority, measureId: string | null) {
  return sendAct(request, member, {
    days: ["baselineOn", "targetOn"],
    form: measureForm(member.priority.measures.filter((each) => each.id !== measureId)),
    command: (actor, { partnershipId, number, revision, looked, ...measure }, submission) => recordMeasure(actor, { partnershipId, number, revision, looked, measureId, measure }, submission),
    said: measureId === null ? "The measure is added." : "The measure is changed.",
  });
}
