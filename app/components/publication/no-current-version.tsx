import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { type DocumentKind, type DocumentWords, documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { noticeOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { publicationStateLabels } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

import { Path } from "./path.tsx";

function headingOf({ name, the, none, are }: DocumentWords, state: PublishedVersion["state"] | undefined): string {
  if (!state) return `${name} not yet published`;
  if (state === "withdrawn") return `${none} ${are} published at the moment`;
  // It was agreed and still stands; only its text may not be shown.
  return state === "taken-down" ? `${capitalised(the)} cannot be shown at the moment` : name;
}

export interface NoCurrentVersionProps {
  kind: DocumentKind;
  partnership: DocumentFacts["partnership"];
  newest: PublishedVersion | null;
  /** How many of this kind, from before this site was used, are listed. */
  earlier: number;
}

/** What stands at the address of a current document when there is none: never published, withdrawn or taken down. */
export function NoCurrentVersion({ kind, partnership, newest, earlier }: NoCurrentVersionProps) {
  const { slug, name } = partnership;
  const at = { slug, kind };
  const words = documentWords(kind);
  return (
    <>
      <h1 className="govuk-heading-l">{headingOf(words, newest?.state)}</h1>
      <p className="govuk-body-l">{newest ? <WhatHappened name={name} newest={newest} /> : <>{name} has not yet published its {kind === "arrangements" ? <Abbr of="MASA" /> : words.fullName.toLowerCase()} here.</>}</p>
      {newest ? (
        <p className="govuk-body">
          {newest.state === "withdrawn" && <><a className="govuk-link" href={pathTo.version(at, newest.number)}>Read the version that was withdrawn</a>, or see </>}
          {newest.state === "taken-down" && <><a className="govuk-link" href={pathTo.version(at, newest.number)}>See who had signed it</a>, or see </>}
          <a className="govuk-link" href={pathTo.versions(at)}>all versions</a>. A new version appears here as soon as every partner’s leader has signed it.
        </p>
      ) : (
        <p className="govuk-body">{words.says} {capitalised(words.they)} will appear here as soon as the <Abbr of="LSP" /> of every partner has signed {words.them}.</p>
      )}
      {earlier > 0 && <p className="govuk-body"><a className="govuk-link" href={pathTo.archive(slug)}>What was published before this site was used</a> can be read meanwhile.</p>}
      <p className="govuk-body">The duty to protect children applies all the same. <a className="govuk-link" href={pathTo.partnership(slug)}>See who is accountable in {name}</a></p>
      <FactsStrip
        facts={[
          newest && { term: "Status", description: publicationStateLabels[newest.state] },
          newest && { term: "Last version", description: `${String(newest.number)}, published ${showDate(newest.publishedAt)}` },
          { term: "Owner", description: `The lead safeguarding partners of ${name}` },
          newest && { term: "All updates", description: <a className="govuk-link" href={pathTo.versions(at)}>Every version and what changed</a> },
          { term: "This page’s link", description: <a className="govuk-link" href={pathTo.document(at)}><Path path={pathTo.document(at)} /></a> },
        ]}
      />
    </>
  );
}

function WhatHappened({ name, newest }: { name: string; newest: PublishedVersion }) {
  const state = newest.state === "taken-down" ? "taken-down" : "withdrawn";
  const notice = noticeOf(newest, state);
  return (
    <>
      Version {newest.number} of {documentWords(newest.kind).the} of {name} was {state === "withdrawn" ? "withdrawn" : "taken down for safety"}
      {notice && ` on ${showDate(notice.at)}`}.{notice?.reason && ` Reason: ${notice.reason}`}
    </>
  );
}
