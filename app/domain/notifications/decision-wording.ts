import type { DecisionMessage } from "./decision-messages.ts";
import type { Wording, WordingContext } from "./wording.ts";

type Words<Kind extends DecisionMessage["kind"]> = (message: Extract<DecisionMessage, { kind: Kind }>, context: WordingContext) => Wording;

/** What messages about decisions say. */
export const decisionWords: { [Kind in DecisionMessage["kind"]]: Words<Kind> } = {
  "decision-asked": ({ number, sentence }, context) => ({
    subject: `Please agree or decline: decision ${String(number)}, ${place(context)}`,
    paragraphs: [`A decision of ${place(context)} is put to the lead safeguarding partners: ${sentence}`, "It stands once the lead of every partner has agreed."],
    link: { label: "Read it, and agree or decline", path: decisionPath(number, context) },
  }),
  "decision-settled": ({ number, sentence, stands }, context) => ({
    subject: `Decision ${String(number)} ${stands ? "stands" : "was declined"}, ${place(context)}`,
    paragraphs: [stands ? `Every lead safeguarding partner of ${place(context)} has agreed: ${sentence}` : `A lead safeguarding partner of ${place(context)} has declined: ${sentence}`],
    link: { label: stands ? "Read the decision" : "Read the reason", path: decisionPath(number, context) },
  }),
  "escalation-moved": ({ number, stage }, context) => ({
    subject: `Escalation ${String(number)} ${stage === "raised" ? "was raised" : "was taken further"}, ${place(context)}`,
    paragraphs: [`${stage === "raised" ? `A dispute or an issue was raised in ${place(context)}.` : `Escalation ${String(number)} of ${place(context)} was taken to ${stages[stage]}.`} What it is about is read in the portal only.`],
    link: { label: "Read it", path: context.partnership ? `/portal/${context.partnership.slug}/escalations/${String(number)}` : "/portal" },
  }),
};

const stages = { delegates: "the delegated safeguarding partners", chair: "the partnership chair, who decides with the scrutineer’s advice", leads: "the lead safeguarding partners", department: "the Department for Education" };

function place({ partnership }: WordingContext): string {
  return partnership?.name ?? "your partnership";
}

function decisionPath(number: number, { partnership }: WordingContext): string {
  return partnership ? `/portal/${partnership.slug}/decisions/${String(number)}` : "/portal";
}
