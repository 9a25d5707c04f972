import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { AccountSummary } from "#app/domain/people/account-summary.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

export interface AccountsTableProps {
  accounts: readonly AccountSummary[];
  /** The person ids whose messages come back. */
  bounced: readonly string[];
  /** The reader's own person id. */
  own: string;
}

/** One row an account: who, where, how it stands, and what can be done. */
export function AccountsTable({ accounts, bounced, own }: AccountsTableProps) {
  return (
    <Table
      caption="Accounts by name"
      captionHidden
      columns={[{ label: "Person" }, { label: "Partnerships" }, { label: "State" }, { label: "Last signed in" }, { label: "What you can do" }]}
      rows={accounts.map((account) => ({
        key: account.personId,
        cells: [
          <div key="person">{account.name ?? "Name withheld"}<div className="muted"><EmailAddress address={account.email} /></div></div>,
          <Places key="places" account={account} />,
          <State key="state" account={account} bounced={bounced.includes(account.personId)} />,
          account.lastSignedInAt ? showDate(account.lastSignedInAt) : "Never",
          <Actions key="actions" account={account} own={account.personId === own} />,
        ],
      }))}
    />
  );
}

function Places({ account: { places, administrator } }: { account: AccountSummary }) {
  return (
    <div>
      {places.map(({ slug, name }) => <div key={slug}><a className="govuk-link" href={`/admin/partnerships/${slug}`}>{name}</a></div>)}
      {administrator && <div>Administrator</div>}
      {places.length === 0 && !administrator && "None today"}
    </div>
  );
}

const resets = { asked: "Second factor: a reset is asked for", proposed: "Second factor: a reset is proposed", confirmed: "Second factor: a reset is confirmed" } as const;

function State({ account, bounced }: { account: AccountSummary; bounced: boolean }) {
  const { suspended, hasPassword, hasSecondFactor, invitedUntil, factorReset } = account;
  return (
    <div>
      {suspended ? <Tag text="Suspended" tone="red" /> : hasPassword ? "Set up" : <Tag text={invitedUntil ? "Invited" : "Not set up yet"} tone="yellow" />}
      {!hasPassword && !suspended && <div className="muted">{invitedUntil ? `Until ${showMoment(invitedUntil)}` : "No open invitation"}</div>}
      {hasPassword && <div className="muted">{hasSecondFactor ? "Second factor on" : "No second factor yet"}</div>}
      {factorReset && <div><Tag text={resets[factorReset]} tone="purple" /></div>}
      {bounced && <div><Tag text="Messages come back" tone="red" /></div>}
    </div>
  );
}

function Actions({ account, own }: { account: AccountSummary; own: boolean }) {
  if (own) return <>This is you</>;
  const about = <span className="govuk-visually-hidden"> for {account.name ?? account.email}</span>;
  const path = `/admin/accounts/${account.personId}`;
  const [place] = account.places;
  return (
    <>
      {!account.hasPassword && !account.suspended && place && <div><a className="govuk-link" href={`/portal/${place.slug}/people/accounts`}>Invitation{about}</a></div>}
      {account.hasSecondFactor && !account.suspended && <div><a className="govuk-link" href={`${path}/second-factor`}>Lost phone{about}</a></div>}
      <div><a className="govuk-link" href={`${path}/${account.suspended ? "restore" : "suspend"}`}>{account.suspended ? "Restore" : "Suspend"}{about}</a></div>
    </>
  );
}
