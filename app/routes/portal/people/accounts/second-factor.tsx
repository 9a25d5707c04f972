import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { FactorResetPage } from "#app/components/people/factor-reset-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { findFactorReset } from "#app/domain/people/factor-resets.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { proposeReset } from "./factor-reset-actions.server.ts";
import { requireMemberAccount } from "./require-inviter.server.ts";

const title = "Second factor";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, frame, account } = await requireMemberAccount(request, params, "confirm-factor-reset");
  const { me, partnership } = member;
  const reset = await findFactorReset(member.actor, account.personId);
  const { flash, headers } = readFlash(request);
  return data(
    {
      frame,
      partnership,
      account,
      reset,
      own: account.personId === me.personId,
      proposedByMe: reset?.proposedBy === me.personId,
      mayPropose: can(me, "propose-factor-reset", { partnershipId: partnership.id }),
      submissionKey: newSubmissionKey(),
      flash,
    },
    { headers },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, account } = await requireMemberAccount(request, params, "propose-factor-reset");
  await requireConfirmed(request, member.me);
  const { id: partnershipId, slug } = member.partnership;
  return proposeReset(request, { actor: member.actor, subject: { personId: account.personId, partnershipId }, next: `/portal/${slug}/people/accounts/${account.appointmentId}/second-factor` });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export default function SecondFactor() {
  const { partnership, account, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const list = `/portal/${partnership.slug}/people/accounts`;
  return <FactorResetPage {...page} account={account} back={{ href: list, text: "Back to accounts" }} path={`${list}/${account.appointmentId}/second-factor`} values={sent?.values} errors={sent?.errors} />;
}
