import type { Correction } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

/** A note as it reads now, with every correction of it. `note` is what it read when it was published, or reads now. */
export function CorrectedNote({ note, corrections }: { note: string; corrections: readonly Correction[] }) {
  return (
    <>
      <p className="govuk-body lines">{corrections.at(-1)?.after ?? note}</p>
      <CorrectionList corrections={corrections} />
    </>
  );
}

/** "Corrected on 3 June 2026 by the business manager: it used to read …": oldest first. */
export function CorrectionList({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <ul className="corrections">
      {corrections.map(({ at, office, before, reason }, index) => (
        <li key={index}>
          Corrected on {showDate(at)}: {before === "" ? "there was no note before" : <>it used to read “<q>{before}</q>”</>}{/[.!?]$/.test(before) ? "" : "."} Reason: {withFullStop(reason)} Corrected by: {office}.
        </li>
      ))}
    </ul>
  );
}

/** For a list, where the whole would be too long: that it was corrected, and where the correction can be read. */
export function CorrectionsLink({ corrections, href }: { corrections: readonly Correction[]; href: string }) {
  const last = corrections.at(-1);
  return last ? <> (<a className="govuk-link" href={href}>corrected on {showDate(last.at)}</a>)</> : null;
}
