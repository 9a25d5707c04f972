import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

import type { ReviewMessage } from "./review-messages.ts";
import type { Wording, WordingContext } from "./wording.ts";

type Words<Kind extends ReviewMessage["kind"]> = (message: Extract<ReviewMessage, { kind: Kind }>, context: WordingContext) => Wording;

/** What messages about comments, reviews and set times say. */
export const reviewWords: { [Kind in ReviewMessage["kind"]]: Words<Kind> } = {
  "comment-mention": ({ document, commentId, by }, context) => ({
    subject: `${by} asks for your view: ${documentWords(document).name}, ${place(context)}`,
    paragraphs: [`${by} named you in a comment on a section of the draft of ${documentWords(document).the} of ${place(context)}. Only those who may read the draft see comments; they are never published.`],
    link: { label: "Read the comment and reply", path: draftPath(document, context, `comments/${commentId}`) },
  }),
  "comment-reply": ({ document, commentId, by }, context) => ({
    subject: `${by} replied to a comment: ${documentWords(document).name}, ${place(context)}`,
    paragraphs: [`${by} replied where you commented on a section of the draft of ${documentWords(document).the} of ${place(context)}.`],
    link: { label: "Read the reply", path: draftPath(document, context, `comments/${commentId}`) },
  }),
  "review-requested": ({ document, by }, context) => ({
    subject: `Please review the draft: ${documentWords(document).name}, ${place(context)}`,
    paragraphs: [
      `${by} asks for a review of the draft of ${documentWords(document).the} of ${place(context)}.`,
      "Read it, then say that it is ready to be frozen for signature, or which changes are wanted. A later change of the draft makes the review stale.",
    ],
    link: { label: "Read the draft and review it", path: draftPath(document, context, "review") },
  }),
  "review-recorded": ({ document, by, outcome }, context) => ({
    subject: `${outcome === "ready" ? "Reviewed, ready" : "Reviewed, changes wanted"}: ${documentWords(document).name}, ${place(context)}`,
    paragraphs: [
      outcome === "ready"
        ? `${by} reviewed the draft of ${documentWords(document).the} of ${place(context)} and found it ready. Unless it is changed, it can be frozen for signature.`
        : `${by} reviewed the draft of ${documentWords(document).the} of ${place(context)} and wants changes.`,
    ],
    link: { label: outcome === "ready" ? "Open the review" : "See which changes are wanted", path: draftPath(document, context, "review") },
  }),
  "version-scheduled": (message, context) => ({
    subject: `${message.movedFrom ? "Moved" : "Scheduled"}: ${documentWords(message.document).name} version ${message.number}, ${place(context)}`,
    paragraphs: [
      `${message.by} set version ${message.number} of ${documentWords(message.document).the} of ${place(context)} to be published on ${showMoment(message.dueAt)}, London time${message.movedFrom ? `, and no longer on ${showMoment(message.movedFrom)}` : ""}.`,
      "It publishes itself at that time. Until then it can be moved, or taken off the schedule.",
    ],
    link: { label: "Open the version", path: versionPath(message, context) },
  }),
  "version-unscheduled": (message, context) => ({
    subject: `Will not be published at its set time: ${documentWords(message.document).name} version ${message.number}, ${place(context)}`,
    paragraphs: [
      message.replacedBy === null
        ? `${message.by} took version ${message.number} of ${documentWords(message.document).the} of ${place(context)} off the schedule. It was to be published on ${showMoment(message.dueAt)}. It stays approved, and can be published or scheduled again.`
        : `${message.by} froze version ${message.replacedBy} of ${documentWords(message.document).the} of ${place(context)}. It takes the place of version ${message.number}, which was to be published on ${showMoment(message.dueAt)} and now will not be.`,
    ],
    link: { label: "Open the version", path: versionPath(message.replacedBy === null ? message : { ...message, number: message.replacedBy }, context) },
  }),
  "publication-failed": (message, context) => ({
    subject: `Not published at its set time: ${documentWords(message.document).name} version ${message.number}, ${place(context)}`,
    paragraphs: [
      `Version ${message.number} of ${documentWords(message.document).the} of ${place(context)} was to be published on ${showMoment(message.dueAt)}, and could not be. The public still reads what was there before.`,
      "The portal goes on trying. You can publish it yourself at once, or tell whoever runs this site.",
    ],
    link: { label: "Open the version", path: versionPath(message, context) },
  }),
};

function place({ partnership }: WordingContext): string {
  return partnership?.name ?? "your partnership";
}

function draftPath(document: string, { partnership }: WordingContext, page: string): string {
  return partnership ? `/portal/${partnership.slug}/${document}/${page}` : "/portal";
}

function versionPath({ document, number }: { document: string; number: number }, context: WordingContext): string {
  return draftPath(document, context, `versions/${String(number)}`);
}
