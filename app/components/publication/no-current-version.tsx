import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { noticeOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

const headings: Record<PublishedVersion["state"] | "none", string> = {
  none: "Arrangements not yet published",
  withdrawn: "No arrangements are published at the moment",
  // They were agreed and still stand; only their text may not be shown.
  "taken-down": "The arrangements cannot be shown at the moment",
  published: "Arrangements",
  superseded: "Arrangements",
};

/** What stands at the address of the current arrangements when there are none: never published, withdrawn or taken down. */
export function NoCurrentVersion({ partnership, newest }: { partnership: DocumentFacts["partnership"]; newest: PublishedVersion | null }) {
  const { slug, name } = partnership;
  return (
    <>
      <h1 className="govuk-heading-l">{headings[newest?.state ?? "none"]}</h1>
      <p className="govuk-body-l">{newest ? <WhatHappened name={name} newest={newest} /> : <>{name} has not yet published its <Abbr of="MASA" /> here.</>}</p>
      {newest ? (
        <p className="govuk-body">
          {newest.state === "withdrawn" && <><a className="govuk-link" href={pathTo.version(slug, newest.number)}>Read the version that was withdrawn</a>, or see </>}
          {newest.state === "taken-down" && <><a className="govuk-link" href={pathTo.version(slug, newest.number)}>See who had signed it</a>, or see </>}
          <a className="govuk-link" href={pathTo.versions(slug)}>all versions</a>. A new version appears here as soon as every partner’s leader has signed it.
        </p>
      ) : (
        <p className="govuk-body">They say how the council, the NHS and the police work together to keep children safe. They will appear here as soon as the <Abbr of="LSP" /> of every partner has signed them.</p>
      )}
      <p className="govuk-body">The duty to protect children applies all the same. <a className="govuk-link" href={pathTo.partnership(slug)}>See who is accountable in {name}</a></p>
    </>
  );
}

function WhatHappened({ name, newest }: { name: string; newest: PublishedVersion }) {
  const state = newest.state === "taken-down" ? "taken-down" : "withdrawn";
  const notice = noticeOf(newest, state);
  return (
    <>
      Version {newest.number} of the arrangements of {name} was {state === "withdrawn" ? "withdrawn" : "taken down for safety"}
      {notice && ` on ${showDate(notice.at)}`}.{notice?.reason && ` Reason: ${notice.reason}`}
    </>
  );
}
