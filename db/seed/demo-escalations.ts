import { decideStage } from "#app/domain/escalations/decide-stage.server.ts";
import { endEscalation } from "#app/domain/escalations/end-escalation.server.ts";
import { raiseEscalation } from "#app/domain/escalations/raise-escalation.server.ts";
import { setClocks } from "#app/domain/escalations/set-clocks.server.ts";
import { takeFurther } from "#app/domain/escalations/take-further.server.ts";
import { getOwnerChoices } from "#app/domain/risks/queries.server.ts";
import { recordRisk } from "#app/domain/risks/record-risk.server.ts";
import { reviewRisk } from "#app/domain/risks/review-risk.server.ts";

import type { Stage } from "./demo.ts";
import { form, must } from "./outcomes.ts";

const slug = "northmoor";
const manager = "Priya Sedgewick";
const step = (partnershipId: string, number: number, revision: number, on: string) => ({ partnershipId, number, revision, on, looked: [] });

/** One dispute that the delegates settled, and one that is with the chair. */
export async function seedEscalations(stage: Stage): Promise<void> {
  const partnershipId = await stage.partnershipId(slug);
  await stage.at("2026-11-27T10:00:00Z");
  const actor = await stage.actor(manager);
  must(await setClocks(actor, { partnershipId, days: { raised: 10, delegates: 14, chair: 14, leads: 21, department: 60 } }, form()));
  const settled = must(await raiseEscalation(actor, {
    partnershipId, kind: "dispute", subject: "Whose interpreters are used in joint visits", parties: ["Northmoor Council", "Northmoor Police"], raisedOn: "2026-07-06", looked: [],
    issue: "The council and the police each booked their own interpreter for the same visit, or neither did.", sought: "One booking for each joint visit.",
  }, form()));
  must(await takeFurther(actor, { ...step(partnershipId, settled.number, 0, "2026-07-20"), words: "Team managers could not agree who pays." }, form()));
  must(await decideStage(actor, { ...step(partnershipId, settled.number, 1, "2026-07-29"), words: "Whoever leads the visit books and pays; the cost is looked at after six months.", tookPart: "The delegates of the council and of the police", advice: null, minorityView: null }, form()));
  must(await endEscalation(actor, { ...step(partnershipId, settled.number, 2, "2026-08-03"), outcome: "settled", words: "Both bodies told their teams, and the procedure says it." }, form()));
  const open = must(await raiseEscalation(actor, {
    partnershipId, kind: "dispute", subject: "How soon health joins strategy discussions out of hours", parties: ["Northmoor Council", "NHS Northmoor ICB"], raisedOn: "2026-10-05", looked: [],
    issue: "Out of hours, health joins four of ten discussions. The council holds that somebody must always be there; the board holds that its rota cannot bear it.", sought: "A rota that both can keep.",
  }, form()));
  must(await takeFurther(actor, { ...step(partnershipId, open.number, 0, "2026-10-19"), words: "The services met twice and did not agree." }, form()));
  must(await decideStage(actor, { ...step(partnershipId, open.number, 1, "2026-11-04"), words: "To try a shared rota with the neighbouring area for three months.", tookPart: "Every delegate", advice: null, minorityView: "The council would have set a date by which it is always so." }, form()));
  must(await takeFurther(actor, { ...step(partnershipId, open.number, 2, "2026-11-27"), words: "The neighbouring area declined to share its rota." }, form()));
}

/** Three risks, one of them with a score that came down. */
export async function seedRisks(stage: Stage): Promise<void> {
  const partnershipId = await stage.partnershipId(slug);
  await stage.at("2026-11-27T11:00:00Z");
  const actor = await stage.actor(manager);
  const { owners } = await getOwnerChoices(actor, partnershipId);
  const ownedBy = (office: string) => {
    const owner = owners.find((each) => each.text.includes(office));
    if (!owner) throw new Error(`nobody is ${office}`);
    return owner.postId;
  };
  const risks = [
    { title: "The only data analyst leaves", description: "One person joins the data of the three bodies. If they leave, the measures of the priorities stop for months.", likelihood: 4, impact: 4, mitigation: "The work is written down, and two posts are agreed from April 2027.", ownerPostId: ownedBy("Director of Children"), reviewOn: "2027-01-20" },
    { title: "Health’s part of the budget is late again", description: "Last year the board’s contribution was agreed in September. Training was cut until then.", likelihood: 3, impact: 3, mitigation: "The board’s lead is asked in January, and the plan has a part that can wait.", ownerPostId: ownedBy("Chief Nursing Officer"), reviewOn: "2027-02-01" },
    { title: "Too few schools answer the yearly audit", description: "In the last round a third of schools answered late or not at all, so that themes may be missed.", likelihood: 3, impact: 4, mitigation: "The education group calls those that are late, and the form is shorter this year.", ownerPostId: ownedBy("Business manager"), reviewOn: "2027-01-06" },
  ];
  for (const risk of risks) must(await recordRisk(actor, { partnershipId, ...risk, looked: [] }, form()));
  const [analyst] = risks;
  if (analyst) must(await reviewRisk(actor, { partnershipId, number: 1, ...analyst, likelihood: 3, words: "The leads agreed to two posts, so that it is less likely to leave a gap.", reviewOn: "2027-03-03", looked: [], revision: 1 }, form()));
}
