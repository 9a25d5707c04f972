import type { IcbSeats } from "#app/domain/bodies/icb-cover.ts";

/** Whether the integrated care boards are complete, as a sentence. */
export function icbSeatsLine(icbs: IcbSeats): string {
  const list = new Intl.ListFormat("en-GB");
  if (icbs.state === "unchecked") return icbs.areas.length === 0 ? "Which integrated care boards cover this area has not been checked." : `Which integrated care boards cover ${list.format(icbs.areas)} has not been checked.`;
  if (icbs.missing.length === 0) return "Every integrated care board that covers this area has a seat.";
  return `${list.format(icbs.missing)} ${icbs.missing.length === 1 ? "covers part of this area and has" : "cover parts of this area and have"} no seat here.`;
}
