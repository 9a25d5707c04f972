import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { AgencyChoices } from "#app/domain/agencies/agency-choices.ts";
import type { AgencyNotices } from "#app/domain/agencies/notices/notice-view.ts";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { agencyAuditLabels, inclusionLabels } from "#app/domain/agencies/vocabulary.ts";
import type { Withholding } from "#app/domain/agencies/withholdings/withholding-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { AgencyLetters } from "./notices/agency-letters.tsx";
import { agenciesPath } from "./paths.ts";
import { requestsPath } from "./requests/paths.ts";
import { AgencyStatusTag } from "./register-table.tsx";
import { NameStatus } from "./withholdings/name-status.tsx";

interface AgencyPageProps {
  slug: string;
  agency: AgencyView;
  choices: AgencyChoices;
  notices: AgencyNotices;
  withholdings: readonly Withholding[];
  /** The post by which it acknowledged in the portal; null where it did so otherwise. */
  acknowledgedBy: string | null;
  may: { edit: boolean; name: boolean; ask: boolean; tell: boolean };
  submissionKey: string;
}

const notYet = <span className="muted">Not yet</span>;
const notProvided = <span className="muted">Not provided</span>;

/** One agency of the register, and what can be done with it. */
export function AgencyPage({ slug, agency, choices, notices, withholdings, acknowledgedBy, may, submissionKey }: AgencyPageProps) {
  const path = agenciesPath(slug, agency.id);
  return (
    <>
      <p className="govuk-body"><AgencyStatusTag agency={agency} /></p>
      <Standing agency={agency} />
      <NameStatus slug={slug} agency={agency} withholdings={withholdings} mayDecide={may.name} />
      <SummaryList rows={membershipRows(agency, choices, notices, acknowledgedBy)} />
      <AgencyLetters slug={slug} agencyPath={path} notices={notices} mayTell={may.tell} />
      <h2 className="govuk-heading-m">The body</h2>
      <SummaryList rows={bodyRows(agency)} />
      {!agency.ours && <p className="govuk-body">Its name and numbers are kept by the partnership that recorded it first.</p>}
      <ButtonGroup>
        {may.edit && <Button href={`${path}/change`}>Change</Button>}
        {may.ask && agency.status !== "withdrawn" && <Button href={requestsPath(slug, `new?agency=${agency.id}`)} variant="secondary">Ask it for information</Button>}
        {may.name && agency.status !== "withdrawn" && <Button href={`${path}/withdraw`} variant="secondary">{agency.status === "named" ? "Withdraw" : "Take off the register"}</Button>}
      </ButtonGroup>
      {may.edit && agency.status === "withdrawn" && (
        <form method="post" action={`${path}/propose-again`}>
          <SubmissionKey value={submissionKey} />
          <input type="hidden" name="revision" value={agency.revision} />
          <Button variant="secondary">Propose it again</Button>
        </form>
      )}
      {may.name && agency.status === "proposed" && <p className="govuk-body"><a className="govuk-link" href={agenciesPath(slug, "name")}>Name proposed agencies</a></p>}
      {may.name && !agency.withholding && agency.status !== "withdrawn" && <p className="govuk-body"><a className="govuk-link" href={`${path}/withhold`}>Withhold its name from the public, for safety</a></p>}
      {agency.status === "named" && !agency.nameWithheld && <p className="govuk-body"><a className="govuk-link" href={pathTo.agency(agency.agencyId)}>What the public reads of it</a></p>}
    </>
  );
}

/** What became of it, in a sentence. */
function Standing({ agency: { status, namedOn, withdrawnOn, withdrawnReason, closedOn } }: { agency: AgencyView }) {
  return (
    <>
      {status === "named" && namedOn && <p className="govuk-body">Named on {showDate(namedOn)}.</p>}
      {withdrawnOn && <p className="govuk-body">Withdrawn from {showDate(withdrawnOn)}: {withdrawnReason}</p>}
      {closedOn && status !== "withdrawn" && <p className="govuk-body">It closed on {showDate(closedOn)}, says the register that it is from. Withdraw it, or look whether another body followed it.</p>}
    </>
  );
}

function membershipRows({ category, inclusion, reason, howWeWork, areas, audits, toldOn, acknowledgedOn, representativePostId, deputyPostId, contactEmail }: AgencyView, choices: AgencyChoices, { acknowledgement }: AgencyNotices, acknowledgedBy: string | null) {
  const post = (id: string | null) => {
    const found = choices.posts.find((each) => each.id === id);
    return found ? [found.office, found.body].filter(Boolean).join(", ") : <span className="muted">Nobody yet</span>;
  };
  const checked = category.confidence === "verified" ? `paragraph ${String(category.paragraph ?? "")} of the Schedule` : category.inSchedule ? "not checked against the Schedule yet" : "outside the Schedule";
  return [
    { key: "Category", value: <>{category.title}<span className="muted"><br />{category.part}, {checked}</span></> },
    { key: "Included", value: inclusionLabels[inclusion] },
    { key: "Why it is chosen", value: reason ?? notProvided },
    { key: "How we work together", value: howWeWork ?? notProvided },
    { key: "Areas", value: areas.length === 0 ? "All of the partnership" : areas.map((code) => choices.areas.find((area) => area.code === code)?.name ?? code).join(", ") },
    { key: "Self-assessments", value: audits.length === 0 ? "None" : audits.map((audit) => agencyAuditLabels[audit].label).join(", ") },
    { key: "Who speaks for it", value: post(representativePostId) },
    { key: "Their deputy", value: post(deputyPostId) },
    { key: "E-mail for notices", value: contactEmail ? <EmailAddress address={contactEmail} /> : notProvided },
    { key: "Told", value: toldOn ? showDate(toldOn) : notYet },
    { key: "Acknowledged", value: acknowledgedOn ? <>{showDate(acknowledgedOn)}<span className="muted"><br />{acknowledgement ? `By its link: ${acknowledgement.name}, ${acknowledgement.post}. Reference ${acknowledgement.reference}` : acknowledgedBy ? `In the portal: ${acknowledgedBy}` : "Recorded by hand"}</span></> : notYet },
  ];
}

function bodyRows({ legalName, urn, charityNumber, organisationCode, parent, phase, establishment }: AgencyView) {
  const rows: [key: string, value: string | number | null][] = [["Legal name", legalName], ["Type", establishment], ["Phase", phase], ["Part of", parent], ["URN", urn], ["Charity number", charityNumber], ["Organisation code", organisationCode]];
  return rows.filter(([, value]) => value !== null).map(([key, value]) => ({ key, value: String(value) }));
}
