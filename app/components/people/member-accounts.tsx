import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import type { MemberAccount } from "#app/domain/people/member-account.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

export interface MemberAccountsProps {
  accounts: readonly MemberAccount[];
  /** The address of the page. */
  path: string;
  mayReset: boolean;
  /** The reader's own person id. */
  own: string;
}

/** Who has set up their account, who is still invited, and what can be done for each. */
export function MemberAccounts({ accounts, path, mayReset, own }: MemberAccountsProps) {
  return (
    <Table
      caption="People and their accounts"
      captionHidden
      columns={[{ label: "Person" }, { label: "Office" }, { label: "Account" }, { label: "What you can do" }]}
      rows={accounts.map((account) => ({
        key: account.appointmentId,
        cells: [
          <div key="person">{account.name ?? "Name withheld"}<div className="muted"><EmailAddress address={account.email} /></div></div>,
          <div key="office">{roleLabels[account.role]}<div className="muted">{[account.office === roleLabels[account.role] ? null : account.office, account.organisation].filter(Boolean).join(", ")}</div></div>,
          <AccountState key="state" account={account} />,
          <Actions key="actions" account={account} path={`${path}/${account.appointmentId}`} mayReset={mayReset} own={account.personId === own} />,
        ],
      }))}
    />
  );
}

/** How an account stands, in words: set up, invited until when, or what became of the invitation. */
export function AccountState({ account }: { account: MemberAccount }) {
  if (account.suspended) return <Tag text="Suspended" tone="red" />;
  if (account.setUp) return <div>Set up{!account.secondFactor && <div className="muted">No second factor yet</div>}</div>;
  const { invitation, expiresAt, invitedAt, invitedBy } = account;
  const by = invitedBy ? ` by ${invitedBy}` : "";
  if (invitation === "open") return <div><Tag text="Invited" tone="yellow" /><div className="muted">{invitedAt && `On ${showDate(invitedAt)}${by}. `}{expiresAt && `Until ${showMoment(expiresAt)}`}</div></div>;
  if (invitation === "expired") return <div><Tag text="Invitation ran out" tone="red" /><div className="muted">{expiresAt && `On ${showMoment(expiresAt)}`}</div></div>;
  const words = { none: "Not invited yet", withdrawn: "Invitation withdrawn", replaced: "Not invited yet", accepted: "Not invited yet", void: "Invitation no longer holds" } as const;
  return <Tag text={words[invitation]} tone="grey" />;
}

function Actions({ account, path, mayReset, own }: { account: MemberAccount; path: string; mayReset: boolean; own: boolean }) {
  if (own) return <>This is you</>;
  const about = <span className="govuk-visually-hidden"> for {account.name ?? account.email}</span>;
  if (account.suspended) return <>An administrator can restore it</>;
  if (account.setUp) return mayReset && account.secondFactor ? <a className="govuk-link" href={`${path}/second-factor`}>Lost phone{about}</a> : <>Nothing to do</>;
  return (
    <>
      <div><a className="govuk-link" href={`${path}/invite`}>{account.invitation === "none" ? "Send an invitation" : "Send a new invitation"}{about}</a></div>
      {account.invitation === "open" && <div><a className="govuk-link" href={`${path}/withdraw`}>Withdraw the invitation{about}</a></div>}
    </>
  );
}
