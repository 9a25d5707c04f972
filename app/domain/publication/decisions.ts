import { type DecisionMatterId, decisionMatters, matterLabel, type PrivateKind, type ReplacementKind, type TakenBy, takerLabels } from "#app/domain/decisions/vocabulary.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import { writeMoney } from "#app/domain/shared/money.ts";

import { pathTo } from "./addresses.ts";
import { plainWords } from "./search.ts";
import { licence } from "./vocabulary.ts";

/** What the public reads of a partnership's decisions. Offices and bodies, never a person. Client-safe. */

/** One state of a decision, as it was published: its words are a body, so that they can be hidden. */
export interface PublishedDecision {
  /** The nth of the partnership; its address. */
  number: number;
  sentence: string;
  matter: DecisionMatterId;
  /** Pence; null commits none. */
  amountPence: number | null;
  options: string;
  dissent: string | null;
  leadsTo: string | null;
  takenBy: TakenBy;
  /** ISO date. */
  decidedOn: string;
  takers: { body: string; office: string | null; delegation: { scope: string; since: string } | null; agreedOn: string | null }[];
  /** An earlier decision that is public too. */
  replaces: { number: number; kind: ReplacementKind; reason: string } | null;
  /** `number` and `reason` null: by a decision that is not public. */
  replacedBy: { number: number | null; kind: ReplacementKind; reason: string | null } | null;
}

/** What is published with each state, beside its words. */
export interface StoredDecisionFacts {
  partnership: { id: string; slug: string; name: string };
  /** Null where only the counts changed. */
  decisionId: string | null;
  /** Standing decisions that are not public, by why. */
  notPublic: Partial<Record<PrivateKind, number>>;
  /** Of disputes and issues nothing is public but this. */
  escalations: { settled: number; medianDays: number | null };
  outlineSha256: string | null;
}

export interface DecisionsFacts {
  facts: StoredDecisionFacts;
  publishedAt: string;
  firstPublishedAt: string;
}

export interface PublicDecisionQuery {
  q: string;
  matter: DecisionMatterId | null;
  year: string | null;
}

const longestQuery = 100;

/** Reads the filters of an address; what it does not know is left out. */
export function readPublicDecisionQuery(parameters: URLSearchParams): PublicDecisionQuery {
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    matter: decisionMatters.find((each) => each.id === parameters.get("matter"))?.id ?? null,
    year: /^20\d\d$/.exec(parameters.get("year") ?? "")?.[0] ?? null,
  };
}

/** The address of what is asked for, without what is not. */
export function decisionListPath(slug: string, { q, matter, year }: PublicDecisionQuery, { format = "", page = 1 }: { format?: "" | ".csv" | ".json"; page?: number } = {}): string {
  const parameters = new URLSearchParams({ ...(q ? { q } : {}), ...(matter ? { matter } : {}), ...(year ? { year } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return `${pathTo.decisions(slug)}${format}${parameters ? `?${parameters}` : ""}`;
}

/** The decisions asked for, in the order they have: every word, or the start of it, is in what was published of them. */
export function findPublicDecisions(decisions: readonly PublishedDecision[], { q, matter, year }: PublicDecisionQuery): PublishedDecision[] {
  const asked = plainWords(q);
  return decisions.filter((decision) => (matter === null || decision.matter === matter) && (year === null || decision.decidedOn.startsWith(year)) && holdsWords(decision, asked));
}

function holdsWords({ number, sentence, options, leadsTo, dissent, matter, takers }: PublishedDecision, asked: readonly string[]): boolean {
  if (asked.length === 0) return true;
  const words = plainWords([String(number), sentence, options, leadsTo, dissent, matterLabel(matter), ...takers.map((each) => each.body)].filter((each) => each !== null).join(" "));
  return asked.every((word) => words.some((each) => each.startsWith(word)));
}

/** The calendar years in which they were taken, the latest first. */
export function yearsOf(decisions: readonly PublishedDecision[]): string[] {
  return [...new Set(decisions.map((each) => each.decidedOn.slice(0, 4)))].sort().reverse();
}

/** How many are not public and why: "3 further decisions are not public: 2 because …". */
export function notPublicSentences(notPublic: StoredDecisionFacts["notPublic"]): { total: number; kinds: [PrivateKind, number][] } {
  const kinds = Object.entries(notPublic) as [PrivateKind, number][];
  return { total: kinds.reduce((sum, [, count]) => sum + count, 0), kinds: kinds.sort(([, a], [, b]) => b - a) };
}

/** What is public of disputes: how many were settled, and the median of the days it took. */
export function escalationSentence({ settled, medianDays }: StoredDecisionFacts["escalations"]): string | null {
  if (settled === 0 || medianDays === null) return null;
  return `${settled === 1 ? "One dispute or issue between the partners has" : `${settled.toLocaleString("en-GB")} disputes or issues between the partners have`} been settled here, in ${countOf(medianDays, "day")}${settled === 1 ? "" : " in the middle case"}.`;
}

export const publicDecisionColumns = ["number", "decision", "about", "commits_pounds", "who_decided", "partners", "offices", "decided_on", "options_considered", "dissent", "leads_to", "replaces", "replaced_by", "link"] as const;

/** A decision as a row of a file, in the order of the columns. */
export function publicDecisionCells(origin: string, slug: string, { number, sentence, matter, amountPence, takenBy, takers, decidedOn, options, dissent, leadsTo, replaces, replacedBy }: PublishedDecision): string[] {
  return [
    String(number), sentence, matterLabel(matter), amountPence === null ? "" : writeMoney(amountPence), takerLabels[takenBy], takers.map((each) => each.body).join("; "), takers.flatMap((each) => (each.office ? [each.office] : [])).join("; "), decidedOn,
    options, dissent ?? "", leadsTo ?? "", replaces ? String(replaces.number) : "", replacedBy ? String(replacedBy.number ?? "not public") : "", origin + pathTo.decision(slug, number),
  ];
}

/** What the JSON beside the page answers. */
export function decisionsData(origin: string, { facts, publishedAt }: DecisionsFacts, decisions: readonly PublishedDecision[]) {
  const { slug } = facts.partnership;
  const path = origin + pathTo.decisions(slug);
  return {
    partnership: { ...facts.partnership, link: origin + pathTo.partnership(slug) },
    publishedAt,
    notPublic: facts.notPublic,
    escalations: facts.escalations,
    decisions: decisions.map((decision) => ({ ...decision, about: matterLabel(decision.matter), link: origin + pathTo.decision(slug, decision.number) })),
    links: { html: path, csv: `${path}.csv`, atom: `${path}.atom` },
    licence: licence.url,
  };
}
