import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { AccountSearch } from "#app/components/admin/account-search.tsx";
import { AccountsTable } from "#app/components/admin/accounts-table.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { listBounced } from "#app/domain/notifications/queries.server.ts";
import { accountFilterLabels, readAccountFilter } from "#app/domain/people/account-summary.ts";
import { listAccounts } from "#app/domain/people/accounts.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Accounts";

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get("q") ?? "").normalize("NFC").replaceAll("\0", "").trim().slice(0, 254);
  const filter = readAccountFilter(searchParams.get("show"));
  const page = Number.parseInt(searchParams.get("page") ?? "1", 10) || 1;
  const found = await listAccounts(signedIn.actor, { search, filter, page });
  const bounced = (await listBounced(signedIn.actor, null)).map((each) => each.personId);
  const { flash, headers } = readFlash(request);
  return data({ frame: personFrame(signedIn), me: signedIn.me.personId, found, search, filter, bounced, flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export default function Accounts() {
  const { frame, me, found, search, filter, bounced, flash } = useLoaderData<typeof loader>();
  const { accounts, total, page, pages } = found;
  const numbers = pageNumbers(page, pages, (number) => `/admin/accounts?${new URLSearchParams({ q: search, show: filter, page: String(number) }).toString()}`);
  return (
    <PortalFrame {...frame} before={<Breadcrumbs items={[{ text: "Administration", href: "/admin" }, { text: title }]} />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">An account is opened when somebody is appointed. Suspending one ends its sessions at once; the appointments stay as they are.</p>
      <AccountSearch search={search} filter={filter} />
      <h2 className="govuk-heading-m">{said(total, search, accountFilterLabels[filter], filter === "all")}</h2>
      {accounts.length === 0 ? <p className="govuk-body">Try a shorter part of the name, or <a className="govuk-link" href="/admin/accounts">see all accounts</a>.</p> : <AccountsTable accounts={accounts} bounced={bounced} own={me} />}
      {numbers && <Pagination {...numbers} />}
    </PortalFrame>
  );
}

function said(total: number, search: string, label: string, all: boolean): string {
  const what = total === 0 ? "No account found" : `${String(total)} ${total === 1 ? "account" : "accounts"}`;
  return [what, search && `for “${search}”`, all ? "" : `(${label.toLowerCase()})`].filter(Boolean).join(" ");
}
