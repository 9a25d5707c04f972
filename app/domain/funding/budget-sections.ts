import { writeToken } from "#app/domain/documents/text/record-tokens.ts";

/** What the draft of a budget begins with: every part of it is filled from the year's records, and words can be added around. */
export const budgetSections: { title: string; body: string }[] = [
  { title: "The budget in brief", body: writeToken("budget-in-brief") },
  { title: "Who gives what", body: writeToken("contributions") },
  { title: "Help in kind", body: writeToken("in-kind") },
  { title: "What it is spent on", body: writeToken("spending") },
  { title: "Why the shares are equitable and proportionate", body: writeToken("shares-statement") },
  { title: "What is not included, and why", body: writeToken("not-included") },
];
