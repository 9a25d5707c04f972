import { type FundingQuery, type NationalRow, nationalRows, readFundingQuery, yearsPublished } from "#app/domain/publication/national-funding.ts";
import { listNationalFunding } from "#app/domain/publication/national-funding.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

/** What an address of the national page asks for; `query` is null while nobody has published anything. */
export async function readNationalFunding(request: Request): Promise<{ query: FundingQuery | null; rows: NationalRow[]; years: FinancialYear[]; origin: string }> {
  const { searchParams, origin } = new URL(request.url);
  const all = await listNationalFunding();
  const years = yearsPublished(all);
  const query = readFundingQuery(searchParams, years);
  return { query, rows: query ? nationalRows(all, query) : [], years, origin };
}
