import type { PartialValues } from "./change-view.ts";
import { type OwnPart, ownParts, type OwnValues } from "./vocabulary.ts";

/** The parts of a record that would read differently, as they are and as they should be. */
export function differences(now: OwnValues, typed: PartialValues): { parts: OwnPart[]; before: PartialValues; after: PartialValues } {
  const parts = ownParts.filter((part) => typed[part] !== undefined && typed[part] !== now[part]);
  const only = (values: PartialValues): PartialValues => Object.fromEntries(parts.map((part) => [part, values[part] ?? null]));
  return { parts, before: only(now), after: only(typed) };
}

/** Parts that read otherwise now than when the change was proposed: whoever decides is told. */
export function changedSince({ before, now }: { before: PartialValues; now: OwnValues }): OwnPart[] {
  return ownParts.filter((part) => before[part] !== undefined && before[part] !== now[part]);
}
