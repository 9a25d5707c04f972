import type { LineToEdit } from "#app/components/funding/line-form.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listContributors } from "#app/domain/funding/contributors.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { isOwnLine } from "#app/domain/funding/require-editor.server.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import { notFound, refused } from "#app/http/responses.ts";

import type { YearMember } from "./require-year.server.ts";

/** A line as its form needs it, and how far this person may change it. */
export interface ShownLine {
  edited: LineToEdit;
  all: boolean;
  signed: boolean;
}

/**
 * The line of the address, or a new one when `lineId` is null. Throws 404 for what is not there, 403 for somebody who
 * keeps neither all lines nor this one.
 */
export async function readLineToEdit({ actor, me, partnership, year, list }: YearMember & { list: FundingList }, lineId: string | null): Promise<ShownLine> {
  const found = await findFundingYear(actor, partnership.id, year);
  if (!found) throw notFound();
  const all = can(me, "edit-funding", { partnershipId: partnership.id });
  const signed = found.inForce !== null;
  if (list === "spending") {
    if (!all) throw refused(403);
    const line = lineId === null ? null : (found.spending.find((each) => each.id === lineId) ?? null);
    if (lineId !== null && !line) throw notFound();
    return { edited: { list, line }, all, signed };
  }
  const line = lineId === null ? null : (found.contributions.find((each) => each.id === lineId) ?? null);
  if (lineId !== null && !line) throw notFound();
  const contributors = await listContributors(actor, partnership.id, !all);
  const none = contributors.seats.length + contributors.posts.length === 0;
  if (!all && (line ? !isOwnLine(me, partnership.id, line) : none || signed)) throw refused(403, none || line ? {} : { title: "The budget is signed", message: "Ask the business manager to record a change in the year." });
  return { edited: { list, line, contributors }, all, signed };
}
