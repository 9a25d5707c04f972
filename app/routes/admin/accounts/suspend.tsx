import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AccountChange } from "#app/components/admin/account-change.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { changeAccount, loadAccount } from "./change-account.server.ts";

export const loader = ({ request, params }: LoaderFunctionArgs) => loadAccount(request, params.person);

export const action = ({ request, params }: ActionFunctionArgs) => changeAccount(request, params.person, { suspended: true });

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title: "Suspend an account", hidden: true });

export default function Suspend() {
  const page = useLoaderData<typeof loader>();
  return (
    <AccountChange {...page} question={`Suspend the account of ${page.account.name}?`} button="Suspend the account" warning>
      <p className="govuk-body">{page.account.name} is signed out everywhere at once and cannot sign in again until you restore the account. Their appointments stay as they are, and their seats still need their signature: if they have left, the appointment should end too.</p>
    </AccountChange>
  );
}
