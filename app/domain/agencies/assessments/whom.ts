import { agencySectorLabels, agencySectors, type AgencyAudit, type AgencySector } from "../vocabulary.ts";
import type { QuestionSet } from "./question-set.ts";

/** A named agency that may be asked for a return. */
export interface Askable {
  id: string;
  legalName: string;
  sector: AgencySector;
  audits: AgencyAudit[];
}

/** Which agencies a round goes to: those to which its audit applies, all, those of one kind of work, or some that are ticked. */
export type Whom = "audit" | "all" | "picked" | `sector-${AgencySector}`;

/** The ways to choose that there are, each with the agencies that it comes to. */
export function waysToChoose(set: Pick<QuestionSet, "audits" | "shortTitle">, agencies: readonly Askable[]): { whom: Whom; text: string; agencies: Askable[] }[] {
  const sectors = agencySectors.map((sector) => ({ whom: `sector-${sector}` as const, text: agencySectorLabels[sector], agencies: agencies.filter((each) => each.sector === sector) }));
  return [
    ...(set.audits.length > 0 ? [{ whom: "audit" as const, text: `Those to which ${set.shortTitle} applies, as the register says`, agencies: agencies.filter((each) => each.audits.some((audit) => set.audits.includes(audit))) }] : []),
    { whom: "all", text: "Every named agency", agencies: [...agencies] },
    ...sectors.filter((each) => each.agencies.length > 0 && each.agencies.length < agencies.length),
    { whom: "picked", text: "Only those that I tick", agencies: [...agencies] },
  ];
}

/** The way that an address asks for; without one the first that comes to any agency. */
export function readWhom<Way extends { whom: Whom; agencies: readonly Askable[] }>(ways: readonly Way[], asked: string | null): Way | null {
  return ways.find((way) => way.whom === asked) ?? ways.find((way) => way.agencies.length > 0) ?? null;
}
