import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { AnswersSoFar } from "#app/components/funding/shared/answers-so-far.tsx";
import { DivisionRule } from "#app/components/funding/shared/division-rule.tsx";
import { PartsTable } from "#app/components/funding/shared/parts-table.tsx";
import { sharedPath, sharePath } from "#app/components/funding/shared/paths.ts";
import { SharedSummary } from "#app/components/funding/shared/shared-summary.tsx";
import { WithdrawForm } from "#app/components/funding/shared/withdraw-form.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { can } from "#app/domain/access/rules.ts";
import { isOpen } from "#app/domain/funding/shared/rules.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireHosted } from "./require-shared.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireHosted(request, params, "read-drafts");
  const { me, partnership, shared, here } = member;
  const { flash, headers } = readFlash(request);
  const mayChange = isOpen(shared) && can(me, "edit-funding", { partnershipId: partnership.id });
  return data({ frame: partnershipFrame(member), partnership, shared, here, mayChange, flash, submissionKey: newSubmissionKey() }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `${showMoney(page.shared.pence)} from ${page.shared.contributor}` : "One payer for several partnerships", partnership: page?.partnership.name, hidden: true });

export default function SharedContribution() {
  const { frame, partnership, shared, here, mayChange, flash, submissionKey } = useLoaderData<typeof loader>();
  const own = shared.parts.find((part) => part.partnershipId === partnership.id);
  return (
    <FundingPage wide frame={frame} flash={flash} back={{ href: sharedPath(partnership.slug), text: "Back to one payer for several partnerships" }} caption="One payer for several partnerships" title={`${showMoney(shared.pence)} from ${shared.contributor}`}>
      <AnswersSoFar shared={shared} />
      {own && own.state === "proposed" && !shared.withdrawnAt && <p className="govuk-body">One of the shares is our own: <a className="govuk-link" href={sharePath(partnership.slug, shared.id)}>answer for our share</a>.</p>}
      <SharedSummary shared={shared} />
      <PartsTable caption="What each partnership gets" method={shared.method} childrenShare={shared.childrenShare} parts={shared.parts} />
      <DivisionRule childrenShare={shared.childrenShare} />
      {mayChange && (
        <>
          <h2 className="govuk-heading-m">If something is wrong</h2>
          <p className="govuk-body">Until a partnership has accepted its share, the amount, the shares and who gets one can be changed.</p>
          <Button href={`${here}/change`} variant="secondary">Change it</Button>
          <WithdrawForm action={`${here}/withdraw`} revision={shared.revision} submissionKey={submissionKey} />
        </>
      )}
    </FundingPage>
  );
}
