import { showDate } from "#app/domain/shared/dates.ts";

import type { AssessmentMessage } from "./assessment-messages.ts";
import type { Wording, WordingContext } from "./wording.ts";

type Words<Kind extends AssessmentMessage["kind"]> = (message: Extract<AssessmentMessage, { kind: Kind }>, context: WordingContext) => Wording;

/** What messages about self-assessments say. */
export const assessmentWords: { [Kind in AssessmentMessage["kind"]]: Words<Kind> } = {
  "assessment-issued": ({ title, dueOn }, context) => ({
    subject: `Self-assessment due ${showDate(dueOn)}: ${title}, ${place(context)}`,
    paragraphs: [
      `${place(context)} asks your agency for a self-assessment: ${title}. It is due on ${showDate(dueOn)}.`,
      "You can answer in several visits: each answer is kept when you save it. What your agency said before is shown for you to check.",
    ],
    link: { label: "Open your self-assessments", path: path(context, "") },
  }),
  "assessment-due": ({ title, agency, dueOn, returnId }, context) => ({
    subject: `Due on ${showDate(dueOn)}: ${title}, ${agency}`,
    paragraphs: [`The self-assessment of ${agency} for ${place(context)} is due on ${showDate(dueOn)} and has not been submitted.`, "If that cannot be kept, ask the partnership’s business manager for more time."],
    link: { label: "Continue the self-assessment", path: path(context, `/returns/${returnId}`) },
  }),
  "assessment-challenged": ({ agency, challengeId }, context) => ({
    subject: `A question about the self-assessment of ${agency}`,
    paragraphs: [`${place(context)} asks about what ${agency} said of one standard. Please read the question and answer it.`],
    link: { label: "Read the question and answer", path: path(context, `/challenges/${challengeId}`) },
  }),
  "assessment-answered": ({ agency, challengeId }, context) => ({
    subject: `${agency} answered about its self-assessment`,
    paragraphs: [`${agency} answered your question about its self-assessment for ${place(context)}. Accept the answer, or ask again.`],
    link: { label: "Read the answer", path: path(context, `/challenges/${challengeId}`) },
  }),
  "assessment-action": ({ agency, actionId, dueOn }, context) => ({
    subject: `An action of ${agency}, due on ${showDate(dueOn)}`,
    paragraphs: [`${place(context)} asks ${agency} for something that follows from its self-assessment. It is due on ${showDate(dueOn)}. When it is done, say so with the evidence; somebody of the partnership then closes it.`],
    link: { label: "Open the action", path: `${home(context)}/actions/${actionId}` },
  }),
};

function place({ partnership }: WordingContext): string {
  return partnership?.name ?? "your partnership";
}

function home({ partnership }: WordingContext): string {
  return partnership ? `/portal/${partnership.slug}` : "/portal";
}

function path(context: WordingContext, rest: string): string {
  return context.partnership ? `${home(context)}/assessments${rest}` : "/portal";
}
