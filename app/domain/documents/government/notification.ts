import { documentWords } from "../vocabulary.ts";
import type { VersionView } from "../version-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface NotificationFacts extends Pick<VersionView, "kind" | "number" | "title" | "inForceFrom" | "publishedAt" | "changeNote" | "contentSha256"> {
  partnership: string;
  /** The bodies whose lead signed. */
  signedBy: readonly string[];
  /** The whole address of the public page. */
  address: string;
}

/** The letter that tells the Secretary of State of a published version, ready to copy: paragraphs with an empty line between. */
export function notificationText(facts: NotificationFacts): string {
  const { kind, number, partnership, publishedAt, inForceFrom, changeNote } = facts;
  const words = documentWords(kind);
  const paragraphs = [
    "To the Secretary of State for Education",
    `${partnership} has published its ${words.fullName.charAt(0).toLowerCase()}${words.fullName.slice(1)}, version ${String(number)}, “${facts.title}”${publishedAt ? `, on ${showDate(publishedAt)}` : ""}.${inForceFrom ? ` ${words.they === "it" ? "It is" : "They are"} in force from ${showDate(inForceFrom)}.` : ""}`,
    changeNote ? `What changed: ${changeNote}` : null,
    `The lead safeguarding partners of ${new Intl.ListFormat("en-GB").format(facts.signedBy)} have each signed ${words.them}.`,
    `You can read ${words.them} here: ${facts.address}`,
    `SHA-256 of the signed text: ${facts.contentSha256}`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== null).join("\n\n");
}
