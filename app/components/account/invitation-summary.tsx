import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { type PartnershipRole, roleLabels } from "#app/domain/access/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

export interface InvitationSummaryProps {
  name: string;
  email: string;
  partnership: string;
  role: PartnershipRole;
  office: string;
  organisation: string | null;
  invitedBy: string | null;
  /** ISO moment. */
  expiresAt: string;
}

/** What somebody is invited to, by whom and until when. */
export function InvitationSummary({ name, email, partnership, role, office, organisation, invitedBy, expiresAt }: InvitationSummaryProps) {
  const label = roleLabels[role];
  const shownOffice = [office === label ? null : office, organisation].filter(Boolean).join(", ");
  return (
    <>
      <p className="govuk-body">You are invited to work in {partnership}. With an account you can read, sign and record what your role covers.</p>
      <SummaryList
        rows={[
          { key: "For", value: <>{name}<br /><EmailAddress address={email} /></> },
          { key: "Partnership", value: partnership },
          { key: "Role", value: <>{label}{shownOffice && <><br />{shownOffice}</>}</> },
          ...(invitedBy ? [{ key: "Invited by", value: invitedBy }] : []),
          { key: "Works once, until", value: showMoment(expiresAt) },
        ]}
      />
      <p className="govuk-body">If this is not you, close this page and tell whoever sent you the link. You choose a password here; then you set up a code on your phone.</p>
    </>
  );
}
