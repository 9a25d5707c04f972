import { partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import { versionPath } from "#app/components/versions/paths.ts";
import { findRemovableVersion, type RemovableVersion } from "#app/domain/documents/version-queries.server.ts";
import { readDocumentKind } from "#app/domain/documents/vocabulary.ts";
import type { TakedownView } from "#app/domain/documents/version-view.ts";
import { type Refusal, refused } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

import { readNumber } from "./require-version.server.ts";
import type { DocumentMember } from "../require-document.server.ts";

/** Whoever may take a version down or erase it: a member, or an administrator who sees none of its words. */
export interface Remover extends DocumentMember {
  version: RemovableVersion;
  /** Where to go back to: the version's page, or for an administrator the partnership's. */
  back: { href: string; text: string };
  frame: ReturnType<typeof personFrame>;
}

type Params = Readonly<Record<string, string | undefined>>;

/** Throws 404 when there is no such version for this person, 403 without the permission. */
export async function requireRemover(request: Request, params: Params, permission: "take-down" | "erase"): Promise<Remover> {
  const kind = readDocumentKind(params.document);
  if (!kind) throw notFound();
  const member = await requireMemberOrAdministrator(request, params.partnership, permission);
  const { actor, me, partnership } = member;
  const at = { slug: partnership.slug, kind };
  const version = await findRemovableVersion(actor, partnership.id, kind, readNumber(params.number));
  if (!version) throw notFound();
  const inside = me.holds.some((holding) => holding.partnershipId === partnership.id);
  const back = inside
    ? { href: versionPath(at, version.number), text: `Back to version ${String(version.number)}` }
    : { href: `/admin/partnerships/${partnership.slug}`, text: `Back to ${partnership.name}` };
  return { ...member, at, version, back, frame: inside ? partnershipFrame(member) : personFrame(member) };
}

/** The takedown of a version whose words may be erased. Throws 409 when it stands, or is erased already. */
export function requireTakedown(remover: Remover): TakedownView {
  const { takedown } = remover.version;
  if (!takedown) throw refuse(remover, "version-not-in-that-state", "Take it down for safety first. Only a version that was taken down can be erased.");
  if (takedown.erasedAt) throw refuse(remover, "nothing-to-change");
  return takedown;
}

/** The page that says why not, with the way back. */
export function refuse({ back }: Remover, refusal: Refusal, detail?: string): Response {
  return refusalResponse(refused(refusal, detail), back);
}
