import type { Letter } from "#app/domain/notifications/letter.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

import { type NoticeContent, type NoticeKind, type ReplyKind } from "./vocabulary.ts";

export interface NoticeToWord {
  kind: NoticeKind;
  content: NoticeContent;
  /** Day until which the link works; null where there is none. */
  expiresOn: string | null;
}

/** A letter to an agency in its final words. @param linkPath the path of its link, or null where it has none */
export function noticeLetter({ kind, content, expiresOn }: NoticeToWord, { origin, linkPath }: { origin: string; linkPath: string | null }): { subject: string; letter: Letter } {
  const { legalName, partnership } = content;
  const { subject, paragraphs, label } = kind === "answer" ? answer(content) : naming(content, kind, expiresOn);
  return {
    subject,
    letter: {
      greeting: `To the office of ${legalName}`,
      pieces: [{ heading: null, paragraphs, link: { label, url: origin + (linkPath ?? `/agencies/${content.agencyId}`) } }],
      footer: [
        `You get this because ${partnership.name} keeps this address for notices to ${legalName}. It is used for nothing else and never published.`,
        "If it reached the wrong place, open the link and say so: nobody is held to a letter that was not theirs.",
      ],
      links: [{ label: "How your details are used", url: `${origin}/privacy` }],
    },
  };
}

function naming({ legalName, category, inclusion, reason, namedOn, partnership }: NoticeContent, kind: NoticeKind, expiresOn: string | null) {
  const reminder = kind === "reminder";
  return {
    subject: `${reminder ? "Reminder: please" : "Please"} acknowledge that ${legalName} is named as a relevant agency, ${partnership.name}`,
    paragraphs: [
      ...(reminder ? [`We wrote to you before, and have no answer yet.`] : []),
      `${partnership.name} named ${legalName} as a relevant agency on ${showDate(namedOn)}, in the category “${category}”. ${reason === null ? "" : withFullStop(`Why: ${reason}`)}`.trim(),
      inclusion === "statutory"
        ? "A relevant agency that is named must act in accordance with the published arrangements for safeguarding children (Children Act 2004, section 16G)."
        : "You are included by agreement: you take part in the published arrangements for safeguarding children, without the duty that the Children Act 2004 puts on others.",
      `Read what that means and acknowledge it. It takes two minutes and needs no account. There you can also correct your details, or say that this is not you.`,
      `The link is for ${legalName} alone. It works until ${expiresOn === null ? "a newer one" : showDate(expiresOn)}, or until a newer letter comes.`,
    ],
    label: "Read and acknowledge",
  };
}

const asked: Record<ReplyKind, string> = {
  details: "asked for details to be corrected",
  closed: "told us that it closed or merged",
  "not-us": "told us that it is not the body that was meant",
  account: "asked for an account",
};

const accepted: Record<ReplyKind, string> = {
  details: "That was accepted. What is published follows at once; who speaks for it is recorded apart.",
  closed: "That was accepted. The partnership decides next whether to take it off the list.",
  "not-us": "That was accepted. The partnership looks for the right body, and you need do nothing.",
  account: "That was accepted. The person that you named gets an invitation of their own.",
};

function answer({ legalName, partnership, reply }: NoticeContent) {
  if (!reply) throw new Error("an answer is about something that was written");
  const outcome = reply.outcome === "accepted" ? accepted[reply.kind] : "That was set aside: nothing was changed.";
  return {
    subject: `What became of what ${legalName} wrote, ${partnership.name}`,
    paragraphs: [`On ${showDate(reply.saidOn)} somebody for ${legalName} ${asked[reply.kind]}, by the link that we sent.`, outcome, ...(reply.reason === null ? [] : [`From the partnership: ${withFullStop(reply.reason)}`])],
    label: "See what the public reads",
  };
}
