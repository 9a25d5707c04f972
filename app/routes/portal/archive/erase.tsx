import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { ArchiveErasureMeans } from "#app/components/archive/archive-erasure.tsx";
import { archivePath } from "#app/components/archive/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { proposeArchiveErasure } from "#app/domain/archive/erase-entry.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireRemovedEntry } from "./require-entry.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Erase an earlier document", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { me, partnership, frame, back, removal } = await requireRemovedEntry(request, params);
  if (removal.erased) throw refusalResponse(refused("nothing-to-change"), back);
  if (removal.proposedBy) return redirectTo(archivePath(partnership.slug, `${removal.entryId}/erase/confirm`));
  await requireConfirmed(request, me);
  return { frame, back, partnership, removedAt: removal.removedAt, reason: removal.reason, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, entryId, back } = await requireRemovedEntry(request, params);
  const outcome = await proposeArchiveErasure(actor, { partnershipId: partnership.id, entryId }, readSubmission(await readForm(request)));
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: "Erasure proposed. A second person must confirm it." });
}

export default function ProposeErasure() {
  const { frame, back, partnership, removedAt, reason, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink {...back} />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Propose to erase an earlier document</h1>
      <p className="govuk-body">The entry was taken off the list on {showDate(removedAt)}. The reason the public reads: {reason}</p>
      <p className="govuk-body">Nobody can read it any more, but its words and its PDF are still stored. You can propose to erase them for good. A second person must confirm.</p>
      <ArchiveErasureMeans />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button variant="warning">Propose to erase it</Button>
          <a className="govuk-link" href={back.href}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalFrame>
  );
}
