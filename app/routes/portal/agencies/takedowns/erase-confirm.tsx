import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { ListErasureMeans } from "#app/components/agencies/takedowns/erasure-means.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { eraseLists } from "#app/domain/agencies/takedowns/erase-lists.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireTakedown } from "./require-takedown.server.ts";

const title = "Erase lists of agencies";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { me, partnership, frame, back, takedown } = await requireTakedown(request, params);
  const { proposedBy: by, proposedAt, reason } = takedown;
  if (takedown.erased) throw refusalResponse(refused("nothing-to-change"), back);
  if (!by || !proposedAt) return redirectTo(agenciesPath(partnership.slug, `takedowns/${takedown.id}/erase`));
  if (by.personId === me.personId) throw refusalResponse(refused("second-person-needed"), back);
  await requireConfirmed(request, me);
  return { frame, back, partnership, reason, proposedBy: by.name, proposedAt, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, takedown, back } = await requireTakedown(request, params);
  const outcome = await eraseLists(actor, { partnershipId: partnership.id, takedownId: takedown.id }, readSubmission(await readForm(request)));
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: "The lists are erased." });
}

export default function ConfirmErasure() {
  const { frame, back, partnership, reason, proposedBy, proposedAt, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={back} caption={partnership.name} title={title}>
      <p className="govuk-body">{proposedBy} proposed on {showDate(proposedAt)} to erase the lists of agencies that were taken down. The reason the public reads: {reason}</p>
      <p className="govuk-body">If you agree, confirm it. If you do not, leave this page: nothing is erased.</p>
      <ListErasureMeans />
      <WarningText>This cannot be undone. Nobody can bring them back.</WarningText>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button variant="warning">Erase them for good</Button>
          <a className="govuk-link" href={back.href}>Leave them as they are</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
