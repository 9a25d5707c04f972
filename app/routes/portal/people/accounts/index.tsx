import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { MemberAccounts } from "#app/components/people/member-accounts.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listMemberAccounts } from "#app/domain/people/member-accounts.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireInviter } from "./require-inviter.server.ts";

const title = "Accounts and invitations";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, frame } = await requireInviter(request, params.partnership);
  const { me, partnership } = member;
  const accounts = await listMemberAccounts(member.actor, partnership.id);
  const mayReset = can(me, "confirm-factor-reset", { partnershipId: partnership.id });
  const { flash, headers } = readFlash(request);
  return data({ frame, partnership, accounts, mayReset, own: me.personId, flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export default function Accounts() {
  const { frame, partnership, accounts, mayReset, own, flash } = useLoaderData<typeof loader>();
  const waiting = accounts.filter((account) => !account.setUp).length;
  const path = `/portal/${partnership.slug}/people`;
  return (
    <PortalFrame {...frame} current="people" before={<BackLink href={path} text="Back to People" />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">Everybody appointed is invited by e-mail to set up an account. {accounts.length > 0 && (waiting === 0 ? "Everybody has done so." : `${String(waiting)} of ${String(accounts.length)} ${waiting === 1 ? "has" : "have"} not done so yet.`)}</p>
      {accounts.length === 0 ? <p className="govuk-body">Nobody is appointed yet. Whoever is appointed is listed here.</p> : <MemberAccounts accounts={accounts} path={`${path}/accounts`} mayReset={mayReset} own={own} />}
    </PortalFrame>
  );
}
