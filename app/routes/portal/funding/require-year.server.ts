import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { type FundingList, readFundingList } from "#app/domain/funding/vocabulary.ts";
import { type FinancialYear, readFinancialYear } from "#app/domain/shared/financial-year.ts";
import { notFound } from "#app/http/responses.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** A member and the financial year in the address. */
export interface YearMember extends MemberOf {
  year: FinancialYear;
}

/** The member who asks and the year in the address. Throws 404 for no year or an unknown partnership, 403 without the permission. */
export async function requireYear(request: Request, params: Params, permission: Permission): Promise<YearMember> {
  const year = readFinancialYear(params.year);
  if (!year) throw notFound();
  return { ...(await requireMember(request, params.partnership, permission)), year };
}

/** The same with the list in the address: contributions or spending. */
export async function requireList(request: Request, params: Params, permission: Permission): Promise<YearMember & { list: FundingList }> {
  const list = readFundingList(params.lines);
  if (!list) throw notFound();
  return { ...(await requireYear(request, params, permission)), list };
}
