import type { MemberOf } from "#app/auth/require-actor.server.ts";
import { versionPath } from "#app/components/versions/paths.ts";
import type { TakedownView, VersionView } from "#app/domain/documents/version-view.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

/** The takedown of a version whose words may be erased. Throws 409 when it stands, or is erased already. */
export function requireTakenDown({ partnership, version }: MemberOf & { version: VersionView }): TakedownView {
  const next = { href: versionPath(partnership.slug, version.number), text: `See version ${String(version.number)}` };
  if (!version.takedown) throw refusalResponse(refused("version-not-in-that-state", "Take it down for safety first. Only a version that was taken down can be erased."), next);
  if (version.takedown.erasedAt) throw refusalResponse(refused("nothing-to-change"), next);
  return version.takedown;
}
