import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import type { OwnAgency } from "#app/domain/agencies/own/change-view.ts";
import { agencyAuditLabels, inclusionLabels } from "#app/domain/agencies/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { OwnChanges } from "./own-changes.tsx";
import { OwnWork, type OwnWorkLink } from "./own-work.tsx";
import { ownPath } from "./paths.ts";

interface OwnAgencyPageProps {
  slug: string;
  partnership: string;
  own: OwnAgency;
  /** Bodies that are published as speaking for it. */
  representedBy: readonly { id: string; name: string }[];
  /** What the partnership asks of the agency, and where it is answered. */
  work: readonly OwnWorkLink[];
  submissionKey: string;
}

const notProvided = <span className="muted">Not provided</span>;

/** What one partnership records of an agency, for those who speak for it. */
export function OwnAgencyPage({ slug, partnership, own, representedBy, work, submissionKey }: OwnAgencyPageProps) {
  const { agency, changes } = own;
  const waiting = changes.find((each) => each.status === "open");
  return (
    <>
      <Standing slug={slug} partnership={partnership} own={own} submissionKey={submissionKey} />
      <OwnWork links={work} />
      <h2 className="govuk-heading-m">What is recorded here</h2>
      <SummaryList rows={recordRows(own, representedBy)} />
      <h2 className="govuk-heading-m">The body</h2>
      <SummaryList rows={bodyRows(agency)} />
      {!agency.ours && <p className="govuk-body">Its name and numbers are kept by the partnership that recorded it first.</p>}
      {agency.status !== "withdrawn" && <Button href={ownPath(slug, `${agency.id}/change`)} variant="secondary">{waiting ? "Propose something else" : "Propose a change"}</Button>}
      <OwnChanges changes={changes} />
    </>
  );
}

/** Whether it is named, what that means, and the button that acknowledges it. */
function Standing({ slug, partnership, own: { agency, acknowledgedBy }, submissionKey }: Pick<OwnAgencyPageProps, "slug" | "partnership" | "own" | "submissionKey">) {
  const { status, inclusion, namedOn, withdrawnOn, withdrawnReason, acknowledgedOn } = agency;
  if (status === "withdrawn") return <p className="govuk-inset-text">{partnership} no longer names it{withdrawnOn && `, from ${showDate(withdrawnOn)}`}: {withdrawnReason}</p>;
  if (status === "proposed") return <p className="govuk-inset-text">{partnership} has not named it: it is proposed, and nothing of it is published here.</p>;
  const arrangements = <a className="govuk-link" href={`${pathTo.partnership(slug)}/arrangements`}>the published arrangements</a>;
  return (
    <>
      <p className="govuk-body-l">{partnership} named it as a relevant agency{namedOn && ` on ${showDate(namedOn)}`}.</p>
      <p className="govuk-body">{inclusion === "statutory" ? <>The law asks it to act in accordance with {arrangements}.</> : <>It takes part by agreement, as {arrangements} say.</>} {agency.nameWithheld ? <>For safety, the public does not read its name: <a className="govuk-link" href={pathTo.agencies(slug)}>the list</a> says only that an agency of its category is named.</> : <>The public reads <a className="govuk-link" href={pathTo.agency(agency.agencyId)}>that it is named, and why</a>.</>}</p>
      {acknowledgedOn ? (
        <p className="govuk-body">Acknowledged on {showDate(acknowledgedOn)}{acknowledgedBy && ` by ${acknowledgedBy}`}.</p>
      ) : (
        <form method="post" action={ownPath(slug, `${agency.id}/acknowledge`)}>
          <SubmissionKey value={submissionKey} />
          <p className="govuk-body">It has not acknowledged this yet. Read the arrangements first. Your post is recorded with the day.</p>
          <Button>Acknowledge that it is named</Button>
        </form>
      )}
    </>
  );
}

function recordRows({ agency, areas, representative, deputy }: OwnAgency, representedBy: OwnAgencyPageProps["representedBy"]) {
  const { category, inclusion, reason, howWeWork, contactEmail, areas: codes, audits, toldOn } = agency;
  return [
    { key: "Category", value: category.title },
    { key: "Included", value: inclusionLabels[inclusion] },
    { key: "Why it was chosen", value: reason ?? notProvided },
    { key: "How you work together", value: howWeWork ?? notProvided },
    { key: "Areas", value: codes.length === 0 ? "All of the partnership" : codes.map((code) => areas.find((area) => area.code === code)?.name ?? code).join(", ") },
    { key: "Self-assessments", value: audits.length === 0 ? "None" : audits.map((audit) => `${agencyAuditLabels[audit].label} (${agencyAuditLabels[audit].law})`).join(", ") },
    { key: "Who speaks for it", value: representative ?? <span className="muted">Nobody yet</span> },
    { key: "Their deputy", value: deputy ?? <span className="muted">Nobody yet</span> },
    ...(representedBy.length > 0 ? [{ key: "Represented by", value: representedBy.map(({ name }) => name).join(", ") }] : []),
    { key: "E-mail for notices", value: contactEmail ? <EmailAddress address={contactEmail} /> : notProvided },
    { key: "Told", value: toldOn ? showDate(toldOn) : <span className="muted">Not yet</span> },
  ];
}

function bodyRows({ legalName, urn, charityNumber, organisationCode, parent, phase, establishment }: AgencyView) {
  const rows: [key: string, value: string | number | null][] = [["Legal name", legalName], ["Type", establishment], ["Phase", phase], ["Part of", parent], ["URN", urn], ["Charity number", charityNumber], ["Organisation code", organisationCode]];
  return rows.filter(([, value]) => value !== null).map(([key, value]) => ({ key, value: String(value) }));
}
