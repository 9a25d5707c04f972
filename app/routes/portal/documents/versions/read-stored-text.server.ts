import { versionPath } from "#app/components/versions/paths.ts";
import { findVersionBytes, findVersionContent, wordsOf } from "#app/domain/documents/version-queries.server.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import type { Refusal } from "#app/http/refusal.ts";
import { refused } from "#app/http/responses.ts";

import type { DocumentMember } from "../require-document.server.ts";

/** The frozen text as it was stored: never rendered again. Throws 410 when it was taken down or erased. */
export async function readStoredText({ actor, at, partnership, version }: DocumentMember & { version: VersionView }) {
  const stored = await findVersionBytes(actor, partnership.id, at.kind, version.number, "html");
  const content = await findVersionContent(actor, partnership.id, at.kind, version.number);
  if (!stored?.body || stored.takenDown || !content) throw goneResponse(at, version.number, stored?.takenDown?.reason);
  return {
    html: Buffer.from(stored.body).toString("utf8"),
    words: wordsOf(content),
    sections: content.sections.filter((section) => !section.audience).map((section) => ({ href: `#section-${String(section.number)}`, text: section.title })),
    budget: content.budget ?? null,
    forYoungPeople: content.sections.some((section) => section.audience),
  };
}

/** The page for words that were taken down for safety. Hashes and signatures are still listed on the version's page. */
export function goneResponse(at: DocumentAddress, number: number, reason: string | undefined): Response {
  return refused(410, goneWords(at, number, reason));
}

export function goneWords(at: DocumentAddress, number: number, reason: string | undefined): Refusal {
  return {
    title: "Taken down for safety",
    message: "The words of this version can no longer be read. Its fingerprints and signatures still stand.",
    ...(reason ? { reasons: [reason] } : {}),
    next: { href: versionPath(at, number), text: `The record of version ${String(number)}` },
  };
}
