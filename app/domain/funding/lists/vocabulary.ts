import { contributionFormLabels, type FundingList, notApplicable, notProvided, notValued, sectorLabels, spendingCategoryLabels } from "../vocabulary.ts";

/** The lists of a financial year as files. Client-safe. */

/** A column of a list's file: its name in row 1, and what its cells hold. */
export interface ListColumn {
  name: string;
  holds: string;
}

const oneOf = (labels: Record<string, string>) => Object.values(labels).join(", ");

const id: ListColumn = { name: "id", holds: "The portal’s own name for the line. Keep it to change a line; leave it empty to add one" };
const childrenPercent: ListColumn = { name: "children_percent", holds: "Children’s part of a pot shared with adults, like 50 or 33.33. Empty is all of it: 100" };
const note: ListColumn = { name: "note", holds: "A note that is published with the line, up to 1,000 characters. Nothing about a child or family" };

/** The columns of each list's file, which the export has too, in this order. */
export const listColumns: Record<FundingList, readonly ListColumn[]> = {
  contributions: [
    id,
    { name: "contributor", holds: "Who contributes. The name of a statutory partner, as it is on the People page, makes it that partner’s contribution" },
    { name: "sector", holds: `One of: ${oneOf(sectorLabels)}. It may be empty for a statutory partner` },
    { name: "payer", holds: "Who pays, when it is somebody else. Otherwise empty" },
    { name: "form", holds: oneOf(contributionFormLabels).replace(", ", " or ") },
    { name: "amount", holds: `What was agreed, like 1200.50 or £1,200.50. Empty or “${notProvided}” while it is not known, which is not £0. Of help in kind its value, or “${notValued}”` },
    { name: "invoiced", holds: `What was invoiced so far. Empty or “${notProvided}” while nothing is known; of help in kind “${notApplicable}”` },
    { name: "received", holds: `What was received so far, with a minus sign where it was paid back. Empty or “${notProvided}” while nothing is known; of help in kind “${notApplicable}”` },
    childrenPercent,
    { name: "purpose", holds: "What it is for, up to 300 characters. Help in kind must be described" },
    { name: "ring_fenced", holds: "yes for a grant in cash that may be spent on one thing only, otherwise no" },
    note,
  ],
  spending: [
    id,
    { name: "category", holds: `One of: ${oneOf(spendingCategoryLabels)}` },
    { name: "description", holds: "What is paid for, up to 160 characters. No names of people" },
    { name: "budget", holds: `The amount in the budget, like 1200.50 or £1,200.50. Empty or “${notProvided}” while it is not known, which is not £0` },
    { name: "actual", holds: `What was spent so far, with a minus sign where money came back. Empty or “${notProvided}” while nothing is known` },
    childrenPercent,
    note,
  ],
};

export function columnNames(list: FundingList): string[] {
  return listColumns[list].map((column) => column.name);
}

/** The last column of a file that is given back to be put right; passed over when it is sent again. */
export const problemColumn = "problem";

const example = "This row is an example: put your own line in its place";

/** What a template holds under its heading. A file that still has this row is not taken. */
export const exampleCells: Record<FundingList, readonly string[]> = {
  contributions: ["", "Example Schools Forum", sectorLabels.education, "", contributionFormLabels.cash, "12500.00", "12500.00", notProvided, "100", "The core budget", "no", example],
  spending: ["", spendingCategoryLabels.staffing, "Example post of a coordinator", "42000.00", notProvided, "100", example],
};

/** Most rows in one file, and its largest size in bytes. */
export const mostImportRows = 10_000;
export const largestImportFile = 5_000_000;
