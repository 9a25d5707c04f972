import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import { type DocumentKind, documentWords } from "#app/domain/documents/vocabulary.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

import { accountWords } from "./account-wording.ts";
import { actionWords } from "./action-wording.ts";
import { assessmentWords } from "./assessment-wording.ts";
import { decisionWords } from "./decision-wording.ts";
import type { Message, MessageKind } from "./messages.ts";
import { proposalWords } from "./proposal-wording.ts";
import { requestWords } from "./request-wording.ts";
import { reviewWords } from "./review-wording.ts";

/** What a message says: plain sentences and the one link. No heading, no greeting: the sender adds those. */
export interface Wording {
  subject: string;
  paragraphs: string[];
  link: { label: string; path: string };
}

/** What the words need besides the message. */
export interface WordingContext {
  partnership: { name: string; slug: string } | null;
  /** The secret link of a message that carries one. */
  secretPath: string | null;
}

type Words<Kind extends MessageKind> = (message: Extract<Message, { kind: Kind }>, context: WordingContext) => Wording;

const words: { [Kind in MessageKind]: Words<Kind> } = {
  ...accountWords,
  ...actionWords,
  ...assessmentWords,
  ...decisionWords,
  ...proposalWords,
  ...requestWords,
  ...reviewWords,
  "version-frozen": (message, context) => ({
    subject: `Please read and sign: ${versionOf(message)}, ${place(context)}`,
    paragraphs: [
      `Version ${message.number} of ${documentWords(message.document).the} of ${place(context)} is ready. It needs your signature as lead safeguarding partner.`,
      "Read it, then sign it or decline it with a reason. It can be published only when the lead of every partner has signed this same version.",
    ],
    link: { label: "Read and sign", path: versionPath(message, context) },
  }),
  "version-signed": (message, context) => ({
    subject: `${message.organisation} signed ${versionOf(message)}, ${place(context)}`,
    paragraphs: [
      `The lead safeguarding partner of ${message.organisation} has signed version ${message.number} of ${documentWords(message.document).the}.`,
      `Still to sign: ${message.missing.join(", ")}.`,
    ],
    link: { label: "See who has signed", path: versionPath(message, context) },
  }),
  "version-approved": (message, context) => ({
    subject: `Every seat has signed ${versionOf(message)}, ${place(context)}`,
    paragraphs: [`Every lead safeguarding partner has signed version ${message.number} of ${documentWords(message.document).the} of ${place(context)}. It is approved and can be published.`],
    link: { label: "Open the approved version", path: versionPath(message, context) },
  }),
  "version-declined": (message, context) => ({
    subject: `${message.organisation} declined ${versionOf(message)}, ${place(context)}`,
    paragraphs: [
      `The lead safeguarding partner of ${message.organisation} has declined version ${message.number} of ${documentWords(message.document).the}. That version is closed; signatures already made stay on its record.`,
      `The reason: ${message.reason}`,
    ],
    link: { label: "Open the version and its reason", path: versionPath(message, context) },
  }),
  "version-superseded": (message, context) => ({
    subject: `A newer version replaces the one you signed: ${documentWords(message.document).name}, ${place(context)}`,
    paragraphs: [
      `You signed version ${message.number} of ${documentWords(message.document).the} of ${place(context)}. Version ${message.replacedBy} replaces it and needs signatures of its own.`,
      "Your signature stays on the record of the version you signed. The link shows every word that changed between the two.",
    ],
    link: { label: "See what changed", path: `${versionPath({ ...message, number: message.replacedBy }, context)}/changes?since=${message.number}` },
  }),
  "version-closed": (message, context) => ({
    subject: `Closed: ${versionOf(message)}, ${place(context)}`,
    paragraphs: [
      `Version ${message.number} of ${documentWords(message.document).the} of ${place(context)} is closed, because the statutory partners who must sign have changed.`,
      "Signatures already made stay on its record. The draft can be frozen again, for the partners of today to sign.",
    ],
    link: { label: "Open the version", path: versionPath(message, context) },
  }),
  "version-published": (message, context) => ({
    subject: `Published: ${versionOf(message)}, ${place(context)}`,
    paragraphs: [`Version ${message.number} of ${documentWords(message.document).the} of ${place(context)} is published. Anybody can read it at this address, which will not change.`, ...lateness(message.due)],
    link: { label: "Read it as the public does", path: publicPath(message, context) },
  }),
  "version-withdrawn": (message, context) => ({
    subject: `Withdrawn: ${versionOf(message)}, ${place(context)}`,
    paragraphs: [
      `Version ${message.number} of ${documentWords(message.document).the} of ${place(context)} was withdrawn. It stays readable at its address, under a notice that says so.`,
      `The published reason: ${message.reason}`,
    ],
    link: { label: "See the notice", path: publicPath(message, context) },
  }),
  "version-taken-down": (message, context) => ({
    subject: `Taken down for safety: ${versionOf(message)}, ${place(context)}`,
    paragraphs: [
      `Version ${message.number} of ${documentWords(message.document).the} of ${place(context)} was taken down because somebody could be identified. Nobody can read it at its public address any more.`,
      "If you hold a copy, do not pass it on. The version’s page says what was done and what can follow.",
    ],
    link: { label: "Open the version", path: versionPath(message, context) },
  }),
  "agencies-taken-down": (_message, context) => ({
    subject: `Taken down for safety: the list of relevant agencies, ${place(context)}`,
    paragraphs: [
      `The published list of relevant agencies of ${place(context)} was taken down, because it showed what puts somebody at risk. Nobody can read it at its public address any more.`,
      "If you hold a copy, do not pass it on. What is wrong is put right in the register; then the list is published again.",
    ],
    link: { label: "Open the register", path: `${portalPath(context)}/agencies` },
  }),
  "appointment-made": (message, context) => ({
    subject: `You are appointed: ${message.office}, ${place(context)}`,
    paragraphs: [
      `You are appointed ${roleIn(message, context)}${actingAs(message)}, from ${showDate(message.startsOn)}.`,
      "The office, and your name unless it is withheld for safety, are published with the partnership.",
    ],
    link: { label: "Open the partnership", path: portalPath(context) },
  }),
  "appointment-ended": (message, context) => ({
    subject: `Your office ends: ${message.office}, ${place(context)}`,
    paragraphs: [`Your appointment as ${roleIn(message, context)} (${message.office}) ends at the start of ${showDate(message.endsOn)}. From then you can no longer open the partnership’s pages through it.`],
    link: { label: "See the offices you hold", path: "/account" },
  }),
  "holder-appointed": (message, context) => ({
    subject: `${message.name} is appointed, ${place(context)}`,
    paragraphs: [`${message.name} is appointed ${roleIn(message, context)}${actingAs(message)}, from ${showDate(message.startsOn)}.`],
    link: { label: "See who holds which office", path: `${portalPath(context)}/people` },
  }),
  "holder-left": (message, context) => ({
    subject: `${message.name} leaves an office, ${place(context)}`,
    paragraphs: [`The appointment of ${message.name} as ${roleIn(message, context)} (${message.office}) ends at the start of ${showDate(message.endsOn)}.`],
    link: { label: "See who holds which office", path: `${portalPath(context)}/people` },
  }),
  "daily-digest": (message) => ({
    subject: `Your messages of ${showDate(message.day)}`,
    paragraphs: ["What happened since the last daily e-mail, each with its link:"],
    link: { label: "Go to your work", path: "/portal" },
  }),
  "weekly-tasks": ({ tasks, more }) => ({
    subject: `What needs you this week: ${countOf((tasks?.length ?? 0) + more, "task")}`,
    paragraphs: [more > 0 ? `These come first. ${countOf(more, "other task waits", "other tasks wait")} besides.` : "This is all that needs you."],
    link: { label: "Go to what needs you", path: "/portal" },
  }),
};

/** What this message says to somebody. */
export function wordingOf<Kind extends MessageKind>(message: Extract<Message, { kind: Kind }>, context: WordingContext): Wording {
  const wording = words[message.kind as Kind](message, context);
  return context.secretPath === null ? wording : { ...wording, link: { ...wording.link, path: context.secretPath } };
}

/** What is said when a set time was missed. */
function lateness(due: { at: string; late: boolean } | undefined): string[] {
  return due?.late ? [`It was set for ${showMoment(due.at)}. The portal could not publish it then, and did so as soon as it could.`] : [];
}

interface Version {
  document: DocumentKind;
  number: number;
}

function versionOf({ document, number }: Version): string {
  return `${documentWords(document).name} version ${number}`;
}

function place({ partnership }: WordingContext): string {
  return partnership?.name ?? "your partnership";
}

function roleIn({ role, organisation }: { role: keyof typeof roleLabels; organisation: string | null }, context: WordingContext): string {
  return `${roleLabels[role].toLowerCase()}${organisation ? ` for ${organisation}` : ""} in ${place(context)}`;
}

function actingAs({ office, acting }: { office: string; acting: boolean }): string {
  return ` (${office}${acting ? ", acting" : ""})`;
}

function portalPath({ partnership }: WordingContext): string {
  return partnership ? `/portal/${partnership.slug}` : "/portal";
}

function versionPath({ document, number }: Version, context: WordingContext): string {
  return `${portalPath(context)}/${document}/versions/${number}`;
}

function publicPath({ document, number }: Version, { partnership }: WordingContext): string {
  return partnership ? `/partnerships/${partnership.slug}/${document}/versions/${number}` : "/";
}
