import { compact, oneLine, rowChecks } from "./row-checks.server.ts";
import { nothingSaid, refused, type RowReader } from "./row-fate.ts";

/** A charity number as the portal writes it: "1234567", and "1234567-2" for a linked charity; "1234567-0" is the first. */
export function plainCharityNumber(number: string): string {
  return compact(number).replace(/-0*$/, "");
}

/**
 * Reads an entry of the Charity Commission's register. It has no areas and 400,000 entries, so only charities that are
 * asked for or known are kept. The entry's own number tells two rows of one charity from charities that are linked.
 */
export const readCharityRow: RowReader = (cell, wanted) => {
  const registered = compact(cell("registered_charity_number"));
  const linked = compact(cell("linked_charity_number"));
  if (!/^\d+$/.test(registered) || !/^\d*$/.test(linked)) return { fate: "skipped" };
  const charityNumber = Number(linked) === 0 ? registered : `${registered}-${String(Number(linked))}`;
  const known = wanted.known.has(charityNumber);
  if (!known && !wanted.asked.has(charityNumber)) return { fate: "outside-area" };
  const check = rowChecks(cell);
  const organisation = compact(cell("organisation_number"));
  const status = oneLine(cell("charity_registration_status")).toLowerCase();
  if (!/^[1-9]\d{5,6}(-[1-9]\d{0,3})?$/.test(charityNumber)) check.refuse("registered_charity_number", "The charity number must be six or seven digits", "Put the row right, or take the file as it is published", charityNumber);
  if (!/^\d+$/.test(organisation)) check.refuse("organisation_number", "There is no number of the entry", "Put the row right, or take the file as it is published");
  if (status !== "registered" && status !== "removed") check.refuse("charity_registration_status", "The status must be Registered or Removed", "Put the row right, or take the file as it is published");
  const keys = [{ column: "organisation_number", value: organisation }, { column: "registered_charity_number", value: charityNumber }];
  if (status === "removed" && !known && check.problems.length === 0) return { fate: "not-open", keys };
  const row = {
    ...nothingSaid,
    legalName: check.name("charity_name"),
    charityNumber,
    categoryId: "charity",
    kind: check.words("charity_type", 100),
    openedOn: check.date("date_of_registration"),
    closedOn: check.date("date_of_removal"),
    open: status === "registered",
  };
  return check.problems.length > 0 ? refused(check.problems) : { fate: "kept", row, keys };
};
