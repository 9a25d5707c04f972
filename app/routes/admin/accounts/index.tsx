import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { listBounced } from "#app/domain/notifications/queries.server.ts";
import { type AccountSummary, listAccounts } from "#app/domain/people/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Accounts";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const { flash, headers } = readFlash(request);
  return data({ frame: personFrame(signedIn), me: signedIn.me.personId, accounts: await listAccounts(signedIn.actor), bounced: (await listBounced(signedIn.actor, null)).map((each) => each.personId), flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export default function Accounts() {
  const { frame, me, accounts, bounced, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<Breadcrumbs items={[{ text: "Administration", href: "/admin" }, { text: title }]} />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">{title} ({accounts.length})</h1>
      <p className="govuk-body">An account is opened when somebody is appointed. Suspending one ends its sessions at once; the appointments stay as they are.</p>
      <Table
        caption="Accounts by name"
        captionHidden
        columns={[{ label: "Name" }, { label: "E-mail address" }, { label: "State" }, { label: "What you can do" }]}
        rows={accounts.map((account) => ({
          key: account.personId,
          cells: [account.name, <span key="email" className="breakable">{account.email}</span>, <State key="state" account={account} bounced={bounced.includes(account.personId)} />, <Actions key="actions" account={account} own={account.personId === me} />],
        }))}
      />
    </PortalFrame>
  );
}

function State({ account, bounced }: { account: AccountSummary; bounced: boolean }) {
  const notes = [account.hasPassword && !account.hasSecondFactor && "No second factor yet", account.administrator && "Administrator"].filter((note) => note !== false);
  return (
    <div>
      {account.suspended ? <Tag text="Suspended" tone="red" /> : account.hasPassword ? "Set up" : <Tag text="Not set up yet" tone="yellow" />}
      {bounced && <div><Tag text="Messages come back" tone="red" /></div>}
      {notes.map((note) => <div key={note} className="muted">{note}</div>)}
    </div>
  );
}

function Actions({ account, own }: { account: AccountSummary; own: boolean }) {
  if (own) return <>This is you</>;
  const about = <span className="govuk-visually-hidden"> for {account.name}</span>;
  const path = `/admin/accounts/${account.personId}`;
  return (
    <div>
      <div><a className="govuk-link" href={`${path}/${account.suspended ? "restore" : "suspend"}`}>{account.suspended ? "Restore" : "Suspend"}{about}</a></div>
    </div>
  );
}
