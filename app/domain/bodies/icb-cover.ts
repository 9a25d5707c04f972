import { holdsOn, type Held } from "#app/domain/people/rules.ts";

/** An integrated care board covers an area, from a day until (not including) another. */
export interface IcbCover extends Held {
  areaCode: string;
  code: string;
  name: string;
}

/**
 * Whether every integrated care board that covers the areas has a seat. `unchecked`: for an area no list says who covers
 * it, so nothing is claimed.
 */
export type IcbSeats = { state: "unchecked"; areas: string[] } | { state: "checked"; missing: string[] };

/** @param day ISO date */
export function icbSeatsOn(cover: readonly IcbCover[], areas: readonly { code: string; name: string }[], seatCodes: readonly string[], day: string): IcbSeats {
  const today = cover.filter((each) => holdsOn(each, day));
  const unchecked = areas.filter((area) => !today.some((each) => each.areaCode === area.code));
  if (unchecked.length > 0 || areas.length === 0) return { state: "unchecked", areas: unchecked.map((area) => area.name) };
  const missing = today.filter((each) => areas.some((area) => area.code === each.areaCode) && !seatCodes.includes(each.code));
  return { state: "checked", missing: [...new Set(missing.map((each) => each.name))].sort((a, b) => a.localeCompare(b, "en-GB")) };
}
