import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { AccountChange } from "#app/components/admin/account-change.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { SetUpLink } from "#app/components/people/set-up-link.tsx";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { renewSetUpLink } from "#app/domain/people/renew-set-up-link.server.ts";
import { env } from "#app/env.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { loadAccount } from "./change-account.server.ts";

const title = "New set-up link";

export const loader = ({ request, params }: LoaderFunctionArgs) => loadAccount(request, params.person);

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me } = await requireAdministrator(request);
  if (!isIdentifier(params.person)) throw notFound();
  await requireConfirmed(request, me);
  const outcome = await renewSetUpLink(actor, params.person, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, { href: "/admin/accounts", text: "See all accounts" });
  const { name, setUpPath } = outcome.value;
  return data({ name, url: setUpPath && new URL(setUpPath, env().ORIGIN).href });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export default function NewSetUpLink() {
  const page = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  if (!made) {
    return (
      <AccountChange {...page} question={`Make a new set-up link for ${page.account.name}?`} button="Make the link">
        <p className="govuk-body">The link made before stops working. You are shown the new one once, to hand over.</p>
      </AccountChange>
    );
  }
  return (
    <PortalFrame {...page.frame}>
      <h1 className="govuk-heading-l">{title}</h1>
      {made.url ? <SetUpLink name={made.name} url={made.url} /> : <p className="govuk-body">The link was shown once, when this form was first sent. Make another if you do not have it.</p>}
      <p className="govuk-body"><a className="govuk-link" href="/admin/accounts">Back to accounts</a></p>
    </PortalFrame>
  );
}
