import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { CorrectedNote } from "#app/components/publication/correction-list.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import type { Correction } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What happened to a version that no longer stands: declined, superseded, withdrawn, taken down, erased. */
export function VersionNotices({ at, version, corrections }: { at: DocumentAddress; version: VersionView; corrections: readonly Correction[] }) {
  const { decline, takedown, supersededBy, withdrawnReason } = version;
  return (
    <>
      {takedown && (
        <>
          <WarningText>{takedown.erasedAt ? "The words of this version were erased for safety." : "This version was taken down for safety. Nobody can read it."}</WarningText>
          <InsetText>
            <p className="govuk-body">{takedown.takenDownBy} took it down on {showDate(takedown.takenDownAt)}. The reason the public reads: {takedown.reason}</p>
            {takedown.erasedAt && takedown.erasureProposedBy && (
              <p className="govuk-body">{takedown.erasureProposedBy.name} proposed to erase it; {takedown.erasedBy} confirmed on {showDate(takedown.erasedAt)}. Hashes, signatures and the record stand.</p>
            )}
            {!takedown.erasedAt && takedown.erasureProposedBy && takedown.erasureProposedAt && (
              <p className="govuk-body">{takedown.erasureProposedBy.name} proposed on {showDate(takedown.erasureProposedAt)} to erase it. A second person must confirm.</p>
            )}
          </InsetText>
        </>
      )}
      {withdrawnReason && (
        <InsetText>
          <p className="govuk-body">Withdrawn. The reason the public reads:</p>
          <CorrectedNote note={withdrawnReason} corrections={corrections.filter((each) => each.field === "withdrawal-reason")} />
        </InsetText>
      )}
      {decline && (
        <InsetText>
          <p className="govuk-body">{decline.name}, {decline.office}, {decline.organisation}, declined on {showDate(decline.declinedAt)}:</p>
          {decline.reason.split(/\n{2,}/).map((paragraph) => <p className="govuk-body lines" key={paragraph}>{paragraph}</p>)}
        </InsetText>
      )}
      {supersededBy === null && version.status === "superseded" && (
        <InsetText>This version was closed because the statutory partners who must sign changed. Signatures on it stand. The draft can be frozen again.</InsetText>
      )}
      {supersededBy !== null && (
        <InsetText><a className="govuk-link" href={versionPath(at, supersededBy)}>Version {supersededBy}</a> took the place of this one. Signatures on this version stand, on this version only.</InsetText>
      )}
    </>
  );
}
