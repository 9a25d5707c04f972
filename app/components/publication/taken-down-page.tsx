import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { noticeOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { publicationStateLabels } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { SignatureRow } from "./signature-row.tsx";
import { Fingerprints } from "./fingerprints.tsx";
import { Path } from "./path.tsx";

export interface TakenDownPageProps {
  partnership: DocumentFacts["partnership"];
  version: PublishedVersion;
  signatures: DocumentFacts["signatures"];
}

/** What stands where a version was: why it is gone, and that it existed. Nothing of its text, its title included. */
export function TakenDownPage({ partnership, version, signatures }: TakenDownPageProps) {
  const at = { slug: partnership.slug, kind: version.kind };
  const { the } = documentWords(version.kind);
  const path = pathTo.version(at, version.number);
  const notice = noticeOf(version, "taken-down");
  const erased = noticeOf(version, "erased");
  return (
    <>
      <h1 className="govuk-heading-l">This version has been taken down</h1>
      <p className="govuk-body-l">Version {version.number} of {the} of {partnership.name} was taken down for safety on {showDate(notice?.at ?? version.publishedAt)}.</p>
      {notice?.reason && <p className="govuk-body"><strong>Reason:</strong> {notice.reason}</p>}
      <p className="govuk-body">{erased ? `Its text was erased for good on ${showDate(erased.at)}.` : "Nobody can read it here. Nothing else about it was changed."}</p>
      <p className="govuk-body">Please do not share copies that you may have. <a className="govuk-link" href={pathTo.document(at)}>See what applies now</a> or <a className="govuk-link" href={pathTo.versions(at)}>see all versions</a>.</p>
      <h2 className="govuk-heading-m">Who had signed it</h2>
      <SignatureRow signatures={signatures} />
      <Fingerprints sha256={version.sha256} />
      <FactsStrip
        facts={[
          { term: "Status", description: publicationStateLabels[version.state] },
          { term: "Version", description: String(version.number) },
          { term: "Published", description: showDate(version.publishedAt) },
          notice && { term: "Taken down", description: showDate(notice.at) },
          erased && { term: "Erased", description: showDate(erased.at) },
          { term: "Owner", description: `The lead safeguarding partners of ${partnership.name}` },
          { term: "All updates", description: <a className="govuk-link" href={pathTo.versions(at)}>Every version and what changed</a> },
          { term: "This version’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
        ]}
      />
    </>
  );
}
