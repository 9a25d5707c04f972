import { agencyTables } from "#app/domain/agencies/agencies-text.server.ts";
import type { SignedAgency } from "#app/domain/agencies/signed-agencies.ts";
import { budgetInBrief, contributionsTable, inKindTable, spendingTable, statement } from "#app/domain/funding/budget-text.server.ts";
import type { SignedBudget } from "#app/domain/funding/signed-budget.ts";

import type { SeatKind } from "./content.ts";
import { escapeMarkdown } from "./escape-markdown.server.ts";
import { longDate } from "#app/domain/shared/long-date.ts";
import { BUDGET_TOKENS, type BudgetTokenName, RECORD_TOKENS, type RecordToken, type RecordTokenName, TOKEN_PATTERN } from "./record-tokens.ts";

/** Who holds an office. `name` is null when it is withheld for safety; `since` is an ISO date. */
export interface HolderRecord {
  name: string | null;
  since: string | null;
  acting: boolean;
}

/** An office of a named body, held or vacant. */
export interface OfficeRecord {
  office: string;
  organisation: string | null;
  holder: HolderRecord | null;
}

/** A statutory partner with its lead (LSP) and, once a delegation is made, its delegated partner (DSP). */
export interface PartnerRecord {
  organisation: string;
  kind: SeatKind;
  lead: OfficeRecord;
  delegate: OfficeRecord | null;
}

export interface PartnershipRecords {
  partnershipName: string;
  areas: string[];
  partners: PartnerRecord[];
  chair: OfficeRecord | null;
  scrutineer: OfficeRecord | null;
  businessManager: OfficeRecord | null;
  nextReviewOn: string | null;
  /** The relevant agencies that are named now; none in documents that do not name them. */
  agencies: SignedAgency[];
  /** The figures of a budget; null in every other document. */
  budget: SignedBudget | null;
}

export interface ResolvedText {
  markdown: string;
  /** Left as typed: names that do not exist, tables or lists asked for in the middle of a line, and unpaired braces. */
  unresolved: string[];
}

const KIND_WORDS: Record<SeatKind, string> = {
  "local-authority": "local authority",
  icb: "integrated care board",
  police: "police",
};

/** Fills the record tokens of a section. Values are escaped; the text around them is left exactly as it is. */
export function resolveTokens(markdown: string, records: PartnershipRecords): ResolvedText {
  const unresolved = new Set<string>();
  const lines: string[] = [];
  let afterBlock = false;
  for (const line of markdown.split("\n")) {
    const block = blockValue(line, records);
    // A blank line on either side keeps a table or list from joining the paragraph next to it.
    if ((block !== null || afterBlock) && line.trim() !== "" && lines.length > 0 && lines.at(-1)?.trim() !== "") lines.push("");
    lines.push(block ?? resolveLine(line, records, unresolved));
    afterBlock = block !== null;
  }
  return { markdown: lines.join("\n"), unresolved: [...unresolved] };
}

function findToken<Token extends RecordToken>(tokens: readonly Token[], typed: string): Token | undefined {
  const name = typed.trim().toLowerCase().replace(/ +/g, "-");
  return tokens.find((token) => token.name === name);
}

/** What the block token that stands alone on a line becomes; null when none does. */
function blockValue(line: string, records: PartnershipRecords): string | null {
  const match = [...line.matchAll(TOKEN_PATTERN)][0];
  if (match?.[0] !== line.trim()) return null;
  const figures = records.budget && findToken(BUDGET_TOKENS, match[1] ?? "");
  if (records.budget && figures) return FIGURES[figures.name](records.budget);
  const token = findToken(RECORD_TOKENS, match[1] ?? "");
  return token?.shape === "block" ? VALUES[token.name](records) : null;
}

function resolveLine(line: string, records: PartnershipRecords, unresolved: Set<string>): string {
  const broken = /\{\{.{0,40}|.{0,40}\}\}/.exec(line.replace(TOKEN_PATTERN, ""));
  if (broken) unresolved.add(broken[0].trim());
  return line.replace(TOKEN_PATTERN, (written: string, typed: string) => {
    const token = findToken(RECORD_TOKENS, typed);
    if (token?.shape === "inline") return VALUES[token.name](records);
    unresolved.add(written);
    return written;
  });
}

const VALUES: Record<RecordTokenName, (records: PartnershipRecords) => string> = {
  "partnership-name": (records) => escapeMarkdown(records.partnershipName),
  area: (records) => inWords(records.areas.map(escapeMarkdown)),
  "statutory-partners": (records) =>
    records.partners.map((partner) => `- ${escapeMarkdown(partner.organisation)} (${KIND_WORDS[partner.kind]})`).join("\n"),
  "lead-partners": (records) =>
    table(
      ["Partner", "Lead safeguarding partner", "Office", "Since"],
      records.partners.map((partner) => officeRow(partner.organisation, partner.lead)),
    ),
  "delegated-partners": (records) =>
    table(
      ["Partner", "Delegated safeguarding partner", "Office", "Since"],
      records.partners.map((partner) =>
        partner.delegate ? officeRow(partner.organisation, partner.delegate) : [escapeMarkdown(partner.organisation), "Not yet delegated", "Not yet delegated", "Not applicable"],
      ),
    ),
  "partnership-chair": (records) => sentence("partnership chair", records.chair),
  "independent-scrutineer": (records) => sentence("independent scrutineer", records.scrutineer),
  "business-manager": (records) => sentence("business manager", records.businessManager),
  "relevant-agencies": (records) => agencyTables(records.agencies),
  "next-review": (records) => (records.nextReviewOn ? longDate(records.nextReviewOn) : "a date not yet set"),
};

const FIGURES: Record<BudgetTokenName, (budget: SignedBudget) => string> = {
  "budget-in-brief": budgetInBrief,
  contributions: contributionsTable,
  "in-kind": inKindTable,
  spending: spendingTable,
  "shares-statement": (budget) => statement(budget.sharesStatement),
  "not-included": (budget) => statement(budget.notIncluded),
};

function officeRow(organisation: string, { office, holder }: OfficeRecord): string[] {
  return [
    escapeMarkdown(organisation),
    holder ? holderName(holder) : "Vacant",
    escapeMarkdown(office),
    holder ? (holder.since ? longDate(holder.since) : "Not provided") : "Not applicable",
  ];
}

function holderName(holder: HolderRecord): string {
  const name = holder.name === null ? "Name withheld" : escapeMarkdown(holder.name);
  return holder.acting ? `${name} (acting)` : name;
}

/** `role` is what the post is called in every partnership; a post without a record counts as vacant. */
function sentence(role: string, record: OfficeRecord | null): string {
  if (!record?.holder) return `The post of ${role} is vacant.`;
  const name = record.holder.name === null ? "named by office only, to keep the holder safe" : holderName(record.holder);
  const office = [record.office, record.organisation]
    .filter((part): part is string => part !== null && part.toLowerCase() !== role)
    .map(escapeMarkdown);
  return `The ${role} is ${[name, ...office].join(", ")}.`;
}

function inWords(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

function table(headings: string[], rows: string[][]): string {
  return [headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
