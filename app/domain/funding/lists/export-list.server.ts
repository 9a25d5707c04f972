import { writeCsv } from "#app/domain/shared/csv.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";

import { isYearOpen, readContributions, readSpending } from "../queries.server.ts";
import type { FundingList } from "../vocabulary.ts";
import { contributionsList } from "./contributions-list.server.ts";
import { spendingList } from "./spending-list.server.ts";
import { columnNames, exampleCells } from "./vocabulary.ts";

/** The lines of a list as a file with the columns that an import takes: sent back unchanged, it changes nothing. Null when the year is not open. */
export async function exportList(actor: SessionActor, partnershipId: string, year: FinancialYear, list: FundingList): Promise<string | null> {
  return as(actor, async (tx) => {
    if (!(await isYearOpen(tx, partnershipId, year))) return null;
    const rows: string[][] = [];
    if (list === "contributions") await inSlices(await readContributions(tx, partnershipId, year, null), (line) => rows.push(contributionsList.toCells(line.id, line)));
    else await inSlices(await readSpending(tx, partnershipId, year, null), (line) => rows.push(spendingList.toCells(line.id, line)));
    return writeCsv(columnNames(list), rows);
  });
}

/** A file with the heading that an import takes, and one row to be replaced. */
export function templateOf(list: FundingList): string {
  return writeCsv(columnNames(list), [exampleCells[list]]);
}
