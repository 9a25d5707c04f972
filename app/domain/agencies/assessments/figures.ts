import { agencySectorLabels, agencySectors, type AgencySector } from "../vocabulary.ts";
import type { QuestionSet, Standard } from "./question-set.ts";
import { lateness } from "./rules.ts";
import type { ReturnRow } from "./views.ts";

/** How many returns are how far. `rate`: of those asked, in whole per cent; null when nobody was asked. */
export interface Rates {
  asked: number;
  notBegun: number;
  begun: number;
  submitted: number;
  /** Of the submitted. */
  submittedLate: number;
  overdue: number;
  sampled: number;
  challenged: number;
  onBehalf: number;
  rate: number | null;
}

export function ratesOf(returns: readonly ReturnRow[], today: string): Rates {
  const count = (which: (each: ReturnRow) => boolean) => returns.filter(which).length;
  const submitted = count((each) => each.status === "submitted");
  return {
    asked: returns.length,
    notBegun: count((each) => each.status === "issued"),
    begun: count((each) => each.status === "begun"),
    submitted,
    submittedLate: count((each) => lateness(each, today) === "was-late"),
    overdue: count((each) => lateness(each, today) === "overdue"),
    sampled: count((each) => each.sampled),
    challenged: count((each) => each.challenges.all > 0),
    onBehalf: count((each) => each.onBehalf),
    rate: shareOf(submitted, returns.length),
  };
}

/** In whole per cent; of nothing there is no share. 99.6% is not yet all, and 0.4% is not nothing. */
export function shareOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const exact = (part / whole) * 100;
  return part > 0 && exact < 1 ? 1 : part < whole && exact > 99 ? 99 : Math.round(exact);
}

/** "85%", or "Nobody asked" where there is nothing to divide by. */
export function showRate(rate: number | null): string {
  return rate === null ? "Nobody asked" : `${String(rate)}%`;
}

/** The rates of each kind of work that anybody of was asked. */
export function ratesBySector(returns: readonly ReturnRow[], today: string): { sector: AgencySector; label: string; rates: Rates }[] {
  return agencySectors.flatMap((sector) => {
    const own = returns.filter((each) => each.sector === sector);
    return own.length > 0 ? [{ sector, label: agencySectorLabels[sector], rates: ratesOf(own, today) }] : [];
  });
}

/** What one submitted return says of one standard. */
export interface RatedAnswer {
  standardId: string;
  sector: AgencySector;
  rating: string;
  /** Where it was moderated; the agency's own stays beside it. */
  moderated: string | null;
  withAction: boolean;
}

export interface Theme {
  standard: Standard;
  /** How many at each rating, by its id, in the order of the set; those that do not count as measured are apart. */
  counts: Record<string, number>;
  measured: number;
  notApplicable: number;
  /** At the best rating, in whole per cent of what was measured; null when nothing was. */
  best: number | null;
  moderatedDown: number;
  moderatedUp: number;
  withAction: number;
}

/** How the returns rate each standard, by what the agencies say themselves. */
export function themesOf({ standards, ratings }: Pick<QuestionSet, "standards" | "ratings">, answers: readonly RatedAnswer[]): Theme[] {
  const place = (rating: string) => ratings.findIndex((each) => each.id === rating);
  const unmeasured = new Set(ratings.filter((each) => !each.measured).map((each) => each.id));
  return standards.map((standard) => {
    const own = answers.filter((each) => each.standardId === standard.id);
    const measured = own.filter((each) => !unmeasured.has(each.rating)).length;
    const counts = Object.fromEntries(ratings.map(({ id }) => [id, own.filter((each) => each.rating === id).length]));
    return {
      standard,
      counts,
      measured,
      notApplicable: own.length - measured,
      best: shareOf(counts[ratings[0]?.id ?? ""] ?? 0, measured),
      moderatedDown: own.filter((each) => each.moderated !== null && place(each.moderated) > place(each.rating)).length,
      moderatedUp: own.filter((each) => each.moderated !== null && place(each.moderated) < place(each.rating)).length,
      withAction: own.filter((each) => each.withAction).length,
    };
  });
}

/** The themes in which most agencies are not where they should be, the weakest first; what nobody measured is left out. */
export function weakest(themes: readonly Theme[]): Theme[] {
  return themes.filter((each) => each.best !== null && each.best < 100).sort((a, b) => (a.best ?? 0) - (b.best ?? 0) || b.withAction - a.withAction);
}
