import type { Permission } from "#app/domain/access/vocabulary.ts";
import { can } from "#app/domain/access/rules.ts";
import { findVersion } from "#app/domain/documents/version-queries.server.ts";
import type { VersionSeatView, VersionView } from "#app/domain/documents/version-view.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { versionPath } from "#app/components/versions/paths.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

import { type DocumentMember, requireDocument } from "../require-document.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** A version number as an address spells it, or 404. */
export function readNumber(number: string | undefined): number {
  if (!number || !/^[1-9]\d{0,4}$/.test(number)) throw notFound();
  return Number(number);
}

/** The member who asks and the version they ask about. Throws 404 when there is no such version, 403 without the permission. */
export async function requireVersion(request: Request, params: Params, permission: Permission = "read-drafts"): Promise<DocumentMember & { version: VersionView }> {
  const member = await requireDocument(request, params, permission);
  const version = await findVersion(member.actor, member.partnership.id, member.at.kind, readNumber(params.number));
  if (!version) throw notFound();
  return { ...member, version };
}

/** The seat in the address, among those the version requires, or 404. */
export function requireSeat(version: VersionView, seatId: string | undefined): VersionSeatView {
  const seat = version.seats.find((each) => each.seatId === seatId);
  if (!seat) throw notFound();
  return seat;
}

/** The seat in the address, which this person must hold as lead safeguarding partner: 404 no such seat, 403 somebody else's. */
export function requireOwnSeat({ me, at, partnership, version }: DocumentMember & { version: VersionView }, seatId: string | undefined): VersionSeatView {
  const seat = requireSeat(version, seatId);
  const next = { href: versionPath(at, version.number), text: `See version ${String(version.number)}` };
  if (!can(me, "sign", { partnershipId: partnership.id, seatId: seat.seatId })) throw refusalResponse(refused("not-your-seat"), next);
  return seat;
}
