import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showYear, yearsLater } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import type { Finance, YearStanding } from "./finance.server.ts";
import { sum } from "./rules.ts";

/** Something about the money that somebody has to decide or do. `path` is under the partnership's portal home. */
export interface Decision {
  text: string;
  path: string;
  about: string;
}

/** What needs deciding about a partnership's funding today. */
export function decisionsOf({ today, thisYear, shown, years, offered }: Finance): Decision[] {
  const next = yearsLater(thisYear, 1);
  const standing = (year: string) => years.find((each) => each.year === year);
  const waiting = (shown?.variations ?? []).filter((each) => each.awaitsSignature);
  const cash = sum((shown?.contributions ?? []).filter((line) => line.form === "cash").map((line) => (shown?.inForce ? line.varied : line.pence)));
  const agreed = shown?.record.agreedPence ?? null;
  return [
    ...(shown && waiting.length > 0 ? [{ text: `Sign a new version of the budget for ${showYear(shown.record.year)}`, path: `/${budgetKind(shown.record.year)}`, about: `${waiting.length === 1 ? "One change waits" : `${String(waiting.length)} changes wait`} for the signature of every lead: ${waiting.map((each) => each.line).join(", ")}` }] : []),
    ...years.filter((each) => each.over && each.budget && each.budget.state !== "draft" && !each.outturnOn).map(({ year }) => ({ text: `Publish the outturn of ${showYear(year)}`, path: `/funding/${year}/outturn`, about: "The year is over: what was received and spent is still to be published" })),
    ...offered.map(({ sharedId, year, contributor }) => ({ text: `Accept or decline a part of what ${contributor} gives for ${showYear(year)}`, path: `/funding/shares/${sharedId}`, about: "One payer’s amount for several partnerships" })),
    ...(standing(thisYear)?.budget ? [] : [{ text: `Prepare the budget for ${showYear(thisYear)}`, path: standing(thisYear) ? `/funding/${thisYear}` : "/funding/open", about: "This year has no budget yet" }]),
    ...(today.slice(5) < "04-01" && !standing(next)?.budget ? [{ text: `Prepare the budget for ${showYear(next)}`, path: standing(next) ? `/funding/${next}` : "/funding/open", about: `The year begins on ${showDate(`${next.slice(0, 4)}-04-01`)}` }] : []),
    ...(shown && !shown.inForce && agreed !== null && agreed !== cash ? [{ text: `Make the contributions for ${showYear(shown.record.year)} sum to what was agreed`, path: `/funding/${shown.record.year}`, about: `${showMoney(cash)} is recorded, ${showMoney(agreed)} was agreed` }] : []),
  ];
}

/** Where a year's budget stands, in words. */
export function yearStateWords({ budget, outturnOn }: YearStanding): string {
  if (outturnOn) return `Outturn published on ${showDate(outturnOn)}`;
  if (!budget) return "Open, no budget drafted yet";
  if (budget.state === "draft") return "Budget in draft";
  const words = { awaiting: "awaits signatures", approved: "is signed by all, not yet published", scheduled: "is signed by all and scheduled", published: "is signed and published", superseded: "was replaced", withdrawn: "was withdrawn", declined: "was declined" } as const;
  return `Version ${String(budget.number)} of the budget ${words[budget.state]}`;
}
