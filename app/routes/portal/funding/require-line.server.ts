import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import { notFound, refused } from "#app/http/responses.ts";
import { refusals } from "#app/domain/shared/refusals.ts";

import { requireList, type YearMember } from "./require-year.server.ts";

/** A line of a signed budget that may be varied. Amounts are pence. */
export interface VariedLine {
  id: string;
  name: string;
  revision: number;
  signed: number;
  /** With every change since, those that wait for a signature included. */
  current: number;
}

/** The line of the address, under a signed budget. Throws 404 without one, 409 when nothing is signed, 403 without the permission. */
export async function requireLine(request: Request, params: Readonly<Record<string, string | undefined>>): Promise<{ member: YearMember & { list: FundingList }; line: VariedLine; materialPence: number }> {
  const member = await requireList(request, params, "edit-funding");
  const found = await findFundingYear(member.actor, member.partnership.id, member.year);
  const line = member.list === "contributions" ? found?.contributions.find((each) => each.id === params.line) : found?.spending.find((each) => each.id === params.line);
  if (!found || !line) throw notFound();
  const { status, title, text } = refusals["no-signed-budget"];
  if (!found.inForce || line.signed === null) throw refused(status, { title, message: text });
  const last = found.variations.findLast((each) => each.lineId === line.id && !each.held);
  const name = "contributor" in line ? line.contributor : line.description;
  return { member, line: { id: line.id, name, revision: line.revision, signed: line.signed, current: last?.after ?? line.signed }, materialPence: found.inForce.materialPence };
}
