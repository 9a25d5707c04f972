import { versionPath } from "#app/components/versions/paths.ts";
import { stateLine } from "#app/domain/documents/version-state.ts";
import type { VersionSeatView, VersionView } from "#app/domain/documents/version-view.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

import { requireOwnSeat } from "./require-version.server.ts";
import type { DocumentMember } from "../require-document.server.ts";

/**
 * The person's own seat, if its version still waits for it. Throws a page that says why not: 409 already signed or no
 * longer awaiting, and what `requireOwnSeat` throws. For loaders: in an action the command answers, so that a form
 * sent twice gets its first result.
 */
export function requireOpenSeat(member: DocumentMember & { version: VersionView }, seatId: string | undefined): VersionSeatView {
  const { version, at } = member;
  const seat = requireOwnSeat(member, seatId);
  const next = { href: versionPath(at, version.number), text: `See version ${String(version.number)}` };
  if (seat.signature) throw refusalResponse(refused("already-signed", `${seat.signature.name} signed for ${seat.organisation}, reference ${seat.signature.reference}.`), next);
  if (version.status !== "awaiting") throw refusalResponse(refused("version-not-awaiting", `${stateLine(version)}.`), next);
  return seat;
}
