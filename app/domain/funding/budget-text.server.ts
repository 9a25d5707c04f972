import { escapeMarkdown } from "#app/domain/documents/text/escape-markdown.server.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

import { sharesOf, showShare } from "./rules.ts";
import type { SignedBudget, SignedContribution } from "./signed-budget.ts";
import { notValued, spendingCategoryLabels, wholeShare } from "./vocabulary.ts";

/** The figures of a budget as Markdown: what its record tokens become, so that page, PDF and comparison all have them. */

export function budgetInBrief(budget: SignedBudget): string {
  const { totals, broughtForward, population, materialPence } = budget;
  const rows: [what: string, whole: number, children: number][] = [
    ["Given in cash", totals.cashPence, totals.childrenCashPence],
    ["Brought forward from the year before", broughtForward.pence, broughtForward.childrenPence],
    ["Spent", totals.spendingPence, totals.childrenSpendingPence],
    ["Carried forward to the next year", totals.carriedForwardPence, totals.childrenCarriedForwardPence],
  ];
  const joint = isJoint(budget);
  const sentences = [
    materialPence === 0
      ? "Every change of an amount needs a new version that every lead safeguarding partner signs."
      : `A change of ${showMoney(materialPence)} or more in one line or in a total, measured from these figures, needs a new version that every lead safeguarding partner signs. Smaller changes are published with their reason.`,
    ...(population ? [`${population.children.toLocaleString("en-GB")} children live in the area (${escapeMarkdown(population.source)}).`] : []),
    ...(joint ? ["Some of this money is shared with the work for adults. Children’s part of each line is worked out to the penny: what rounding leaves over goes to the part with the larger remainder, so that the two parts sum to the whole."] : []),
  ];
  return `${table(["What", "Amount", ...(joint ? ["Of it for children"] : [])], rows.map(([what, whole, children]) => [what, showMoney(whole), ...(joint ? [showMoney(children)] : [])]))}\n\n${sentences.join(" ")}`;
}

export function contributionsTable(budget: SignedBudget): string {
  const lines = budget.contributions.filter((line) => line.form === "cash");
  const shares = sharesOf(lines.map((line) => line.pence ?? 0));
  const joint = isJoint(budget);
  const { totals } = budget;
  const rows = lines.map((line, at) => [named(line), purposeOf(line), showMoney(line.pence ?? 0), ...(joint ? [showMoney(line.childrenPence ?? 0)] : []), shares ? showShare(shares[at] ?? 0) : "—"]);
  const total = ["**Total in cash**", "", strong(totals.cashPence), ...(joint ? [strong(totals.childrenCashPence)] : []), shares ? "**100.0%**" : "—"];
  return table(["Contributor", "What for", "Amount", ...(joint ? ["Of it for children"] : []), "Share"], [...rows, total], 2);
}

export function inKindTable(budget: SignedBudget): string {
  const lines = budget.contributions.filter((line) => line.form === "in-kind");
  if (lines.length === 0) return "Nobody gives help in kind that is recorded here.";
  const rows = lines.map((line) => [named(line), purposeOf(line), line.pence === null ? notValued : showMoney(line.pence)]);
  return `${table(["Contributor", "Help", "Value"], rows, 2)}\n\nHelp in kind is no part of the cash total.`;
}

export function spendingTable(budget: SignedBudget): string {
  const joint = isJoint(budget);
  const rows = budget.spending.map((line) => [spendingCategoryLabels[line.category], detail(line.description, line.note), showMoney(line.pence), ...(joint ? [showMoney(line.childrenPence)] : [])]);
  const total = ["**Total spent**", "", strong(budget.totals.spendingPence), ...(joint ? [strong(budget.totals.childrenSpendingPence)] : [])];
  return table(["What", "Detail", "Amount", ...(joint ? ["Of it for children"] : [])], [...rows, total], 2);
}

/** A statement as it was typed: paragraphs, nothing else. */
export function statement(text: string): string {
  return text.split(/\n{2,}/).map((paragraph) => escapeMarkdown(paragraph)).filter(Boolean).join("\n\n");
}

/** Whether any of it is of a pot shared with adults. */
function isJoint({ contributions, spending, broughtForward }: SignedBudget): boolean {
  return [...contributions, ...spending, broughtForward].some((line) => line.childrenShare < wholeShare);
}

function named({ contributor, payer, ringFenced }: SignedContribution): string {
  return [escapeMarkdown(contributor), payer && `paid by ${escapeMarkdown(payer)}`, ringFenced && "ring-fenced grant"].filter(Boolean).join(", ");
}

function purposeOf({ purpose, note }: SignedContribution): string {
  return detail(purpose || "The work shared by the partners", note);
}

function detail(text: string, note: string | null): string {
  return note ? `${withFullStop(escapeMarkdown(text))} ${escapeMarkdown(note)}` : escapeMarkdown(text);
}

function strong(pence: number): string {
  return `**${showMoney(pence)}**`;
}

/** @param words how many columns hold words; the rest are figures and stand to the right */
function table(headings: readonly string[], rows: readonly (readonly string[])[], words = 1): string {
  const rule = headings.map((_heading, at) => (at < words ? "---" : "---:"));
  return [headings, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
