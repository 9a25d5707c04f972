import { expanded, type Abbreviation } from "#app/domain/shared/abbreviations.ts";

/** The first use of an abbreviation on a page: written out, then the letters, so that neither hover nor script is needed. */
export function Abbr({ of }: { of: Abbreviation }) {
  return <>{expanded(of)}</>;
}
