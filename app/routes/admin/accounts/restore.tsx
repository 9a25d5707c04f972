import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AccountChange } from "#app/components/admin/account-change.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { changeAccount, loadAccount } from "./change-account.server.ts";

export const loader = ({ request, params }: LoaderFunctionArgs) => loadAccount(request, params.person);

export const action = ({ request, params }: ActionFunctionArgs) => changeAccount(request, params.person, { suspended: false });

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title: "Restore an account", hidden: true });

export default function Restore() {
  const page = useLoaderData<typeof loader>();
  return (
    <AccountChange {...page} question={`Restore the account of ${page.account.name}?`} button="Restore the account">
      <p className="govuk-body">{page.account.name} can sign in again, with the password and code they had.</p>
    </AccountChange>
  );
}
