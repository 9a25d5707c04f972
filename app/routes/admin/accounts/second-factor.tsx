import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { FactorResetPage } from "#app/components/people/factor-reset-page.tsx";
import { findFactorReset } from "#app/domain/people/factor-resets.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { proposeReset } from "../../portal/people/accounts/factor-reset-actions.server.ts";
import { requireAccount } from "./change-account.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, me, account } = await requireAccount(request, params.person);
  const reset = await findFactorReset(actor, account.personId);
  const { flash, headers } = readFlash(request);
  return data(
    {
      frame: personFrame({ actor, me }),
      account: { ...account, secondFactor: account.hasSecondFactor },
      reset,
      own: account.personId === me.personId,
      proposedByMe: reset?.proposedBy === me.personId,
      mayPropose: true,
      submissionKey: newSubmissionKey(),
      flash,
    },
    { headers },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, account } = await requireAccount(request, params.person);
  await requireConfirmed(request, me);
  return proposeReset(request, { actor, subject: { personId: account.personId, partnershipId: null }, next: `/admin/accounts/${account.personId}/second-factor` });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = () => pageMeta({ title: "Second factor", hidden: true });

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <FactorResetPage {...page} back={{ href: "/admin/accounts", text: "Back to accounts" }} path={`/admin/accounts/${page.account.personId}/second-factor`} values={sent?.values} errors={sent?.errors} />;
}
