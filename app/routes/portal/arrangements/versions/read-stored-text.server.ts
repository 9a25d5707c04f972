import type { MemberOf } from "#app/auth/require-actor.server.ts";
import { findVersionBytes, findVersionContent, wordsOf } from "#app/domain/documents/version-queries.server.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import { refused } from "#app/http/responses.ts";

/** The frozen text as it was stored: never rendered again. Throws 410 when it was taken down or erased. */
export async function readStoredText({ actor, partnership, version }: MemberOf & { version: VersionView }) {
  const stored = await findVersionBytes(actor, partnership.id, "arrangements", version.number, "html");
  const content = await findVersionContent(actor, partnership.id, "arrangements", version.number);
  if (!stored?.body || stored.takenDown || !content) throw goneResponse(partnership.slug, version.number, stored?.takenDown?.reason);
  return {
    html: Buffer.from(stored.body).toString("utf8"),
    words: wordsOf(content),
    sections: content.sections.map((section) => ({ href: `#section-${String(section.number)}`, text: section.title })),
  };
}

/** The page for words that were taken down for safety. Hashes and signatures are still listed on the version's page. */
export function goneResponse(slug: string, number: number, reason: string | undefined): Response {
  return refused(410, {
    title: "Taken down for safety",
    message: "The words of this version can no longer be read. Its fingerprints and signatures still stand.",
    ...(reason ? { reasons: [reason] } : {}),
    next: { href: `/portal/${slug}/arrangements/versions/${String(number)}`, text: `The record of version ${String(number)}` },
  });
}
