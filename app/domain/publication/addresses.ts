import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

/** Where the public finds things. These addresses never change. */
export const pathTo = {
  partnership: (slug: string) => `/partnerships/${slug}`,
  people: (slug: string) => `/partnerships/${slug}/people`,
  reportAConcern: (slug: string) => `/partnerships/${slug}/report-a-concern`,
  updates: (slug: string) => `/partnerships/${slug}/updates`,
  feed: (slug: string) => `/partnerships/${slug}/updates.atom`,
  document: ({ slug, kind }: DocumentAddress) => `/partnerships/${slug}/${kind}`,
  versions: ({ slug, kind }: DocumentAddress) => `/partnerships/${slug}/${kind}/versions`,
  version: ({ slug, kind }: DocumentAddress, number: number) => `/partnerships/${slug}/${kind}/versions/${number}`,
  /** The page for children and young people, of one version or of whichever is current. */
  youngPeople: ({ slug, kind }: DocumentAddress, number?: number) => `/partnerships/${slug}/${kind}${number === undefined ? "" : `/versions/${String(number)}`}/young-people`,
  compare: ({ slug, kind }: DocumentAddress) => `/partnerships/${slug}/${kind}/compare`,
  comparison: ({ slug, kind }: DocumentAddress, before: number, after: number) => `/partnerships/${slug}/${kind}/compare/${before}/${after}`,
  archive: (slug: string) => `/partnerships/${slug}/earlier-documents`,
  archiveFile: (slug: string, entryId: string) => `/partnerships/${slug}/earlier-documents/${entryId}.pdf`,
  /** A partnership's funding: the latest year, or one. */
  funding: (slug: string, year?: FinancialYear) => `/partnerships/${slug}/funding${year ? `/${year}` : ""}`,
  decisions: (slug: string) => `/partnerships/${slug}/decisions`,
  decision: (slug: string, number: number) => `/partnerships/${slug}/decisions/${String(number)}`,
  /** The relevant agencies that a partnership names. */
  agencies: (slug: string) => `/partnerships/${slug}/agencies`,
  /** A partnership's priorities, one of them, or one update of it. */
  priorities: (slug: string) => `/partnerships/${slug}/priorities`,
  priority: (slug: string, priority: number, update?: number) => `/partnerships/${slug}/priorities/${String(priority)}${update === undefined ? "" : `/updates/${String(update)}`}`,
  /** One body, with every partnership that names it. */
  agency: (agencyId: string) => `/agencies/${agencyId}`,
  verify: (sha256: string) => `/verify/${sha256}`,
};
