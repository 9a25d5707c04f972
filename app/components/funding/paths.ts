import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

/** The addresses of a partnership's funding inside the portal: all of it, or one year and a page of it. */
export function fundingPath(slug: string, year?: FinancialYear | null, page = ""): string {
  return ["/portal", slug, "funding", year ?? "", page].filter(Boolean).join("/");
}
