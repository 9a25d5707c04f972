import { versionPath } from "#app/components/versions/paths.ts";
import { missingSeats } from "#app/domain/documents/rules.ts";
import { stateLine } from "#app/domain/documents/version-state.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

import type { DocumentMember } from "../require-document.server.ts";

/** Throws a page that says who is missing, or what became of the version. */
export function requireApproved({ at, version }: DocumentMember & { version: VersionView }): void {
  if (version.status === "approved" || version.status === "scheduled") return;
  const next = { href: versionPath(at, version.number), text: `See version ${String(version.number)}` };
  const signed = version.seats.filter((seat) => seat.signature);
  if (version.status !== "awaiting") throw refusalResponse(refused("version-not-in-that-state", `${stateLine(version)}.`), next);
  const missing = missingSeats(version.seats, signed).map((seat) => `${seat.organisation}${seat.holder ? ` (${seat.holder.name})` : " (vacant)"}`);
  throw refusalResponse(refused("not-every-seat-signed", `Still to sign: ${missing.join(", ")}.`), next);
}
