import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { ListErasureMeans } from "#app/components/agencies/takedowns/erasure-means.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { proposeListErasure } from "#app/domain/agencies/takedowns/erase-lists.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireTakedown } from "./require-takedown.server.ts";

const title = "Propose to erase lists of agencies";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { me, partnership, frame, back, takedown } = await requireTakedown(request, params);
  if (takedown.erased) throw refusalResponse(refused("nothing-to-change"), back);
  if (takedown.proposedBy) return redirectTo(agenciesPath(partnership.slug, `takedowns/${takedown.id}/erase/confirm`));
  await requireConfirmed(request, me);
  return { frame, back, partnership, takedown, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, takedown, back } = await requireTakedown(request, params);
  const outcome = await proposeListErasure(actor, { partnershipId: partnership.id, takedownId: takedown.id }, readSubmission(await readForm(request)));
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: "Erasure proposed. A second person must confirm it." });
}

export default function ProposeErasure() {
  const { frame, back, partnership, takedown, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={back} caption={partnership.name} title={title}>
      <p className="govuk-body">They were taken down on {showDate(takedown.takenDownAt)}. The reason the public reads: {takedown.reason}</p>
      <p className="govuk-body">Nobody can read them any more, but their words are still stored. You can propose to erase them for good. A second person must confirm.</p>
      <ListErasureMeans />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button variant="warning">Propose to erase them</Button>
          <a className="govuk-link" href={back.href}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
