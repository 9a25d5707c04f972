import type { FundingOutline } from "#app/domain/publication/funding.ts";
import type { PublishedFunding } from "#app/domain/publication/funding-year.ts";
import { findFunding } from "#app/domain/publication/funding.server.ts";
import { readFinancialYear } from "#app/domain/shared/financial-year.ts";
import { openJsonError } from "#app/http/open-data.server.ts";

/** A year's funding as data, or the answer when there is none: 404, or 410 once it was taken down. `word` undefined is the latest year. */
export async function findFundingData(request: Request, slug: string | undefined, word: string | undefined): Promise<{ ok: true; funding: PublishedFunding & { outline: FundingOutline } } | { ok: false; answer: Response }> {
  const year = readFinancialYear(word);
  const found = word === undefined || year ? await findFunding(slug ?? "", year) : null;
  if (!found) return { ok: false, answer: openJsonError(request, 404, "No funding is published at this address.") };
  const { outline } = found;
  if (!outline) return { ok: false, answer: openJsonError(request, 410, "This was taken down for safety.") };
  return { ok: true, funding: { ...found, outline } };
}
