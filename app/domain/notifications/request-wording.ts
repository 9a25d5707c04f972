import { showDate } from "#app/domain/shared/dates.ts";

import type { RequestMessage } from "./request-messages.ts";
import type { Wording, WordingContext } from "./wording.ts";

type Words<Kind extends RequestMessage["kind"]> = (message: Extract<RequestMessage, { kind: Kind }>, context: WordingContext) => Wording;

const answers = { "in-full": "supplied in full what was asked for", "in-part": "supplied a part of what was asked for", refused: "refused" };
const stages = { delegates: "the delegated safeguarding partners", chair: "the partnership chair, who decides with the scrutineer’s advice", leads: "the lead safeguarding partners" };

/** What messages about requests for information say. */
export const requestWords: { [Kind in RequestMessage["kind"]]: Words<Kind> } = {
  "information-asked": ({ number, recipient, requester, dueOn }, context) => ({
    subject: `Information is asked of ${recipient} by ${showDate(dueOn)}`,
    paragraphs: [
      `${requester ?? "The safeguarding partners"} of ${place(context)} ask ${recipient} for information, by ${showDate(dueOn)}.`,
      "Read what is asked for, what for and on which legal basis, then say whether it was supplied. Send the information itself by your own secure way, never through this site.",
    ],
    link: { label: "Read the request and answer", path: requestPath(number, context) },
  }),
  "information-due-moved": ({ number, recipient, dueOn }, context) => ({
    subject: `Another day for request ${String(number)} to ${recipient}: ${showDate(dueOn)}`,
    paragraphs: [`The answer to request ${String(number)} of ${place(context)} to ${recipient} is now due by ${showDate(dueOn)}.`],
    link: { label: "Open the request", path: requestPath(number, context) },
  }),
  "information-answered": ({ number, recipient, answer }, context) => ({
    subject: `Request ${String(number)}: ${recipient} ${answers[answer]}`,
    paragraphs: [`${recipient} ${answers[answer]}, says an answer to request ${String(number)} of ${place(context)}.`],
    link: { label: "Read the answer", path: requestPath(number, context) },
  }),
  "information-escalated": ({ number, recipient, stage }, context) => ({
    subject: `Escalated: request ${String(number)} for information, to ${recipient}`,
    paragraphs: [`Request ${String(number)} of ${place(context)}, for information from ${recipient}, is not met. It was taken to ${stages[stage]}.`],
    link: { label: "Read what happened", path: requestPath(number, context) },
  }),
};

function place({ partnership }: WordingContext): string {
  return partnership?.name ?? "your partnership";
}

function requestPath(number: number, { partnership }: WordingContext): string {
  return partnership ? `/portal/${partnership.slug}/information-requests/${String(number)}` : "/portal";
}
