import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { ArchiveErasureMeans } from "#app/components/archive/archive-erasure.tsx";
import { archivePath } from "#app/components/archive/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { eraseArchiveEntry } from "#app/domain/archive/erase-entry.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireRemovedEntry } from "./require-entry.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Confirm the erasure of an earlier document", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { me, partnership, frame, back, removal } = await requireRemovedEntry(request, params);
  const { proposedBy: by, proposedAt } = removal;
  if (removal.erased) throw refusalResponse(refused("nothing-to-change"), back);
  if (!by || !proposedAt) return redirectTo(archivePath(partnership.slug, `${removal.entryId}/erase`));
  if (by.personId === me.personId) throw refusalResponse(refused("second-person-needed"), back);
  await requireConfirmed(request, me);
  return { frame, back, partnership, reason: removal.reason, proposedBy: by.name, proposedAt, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, entryId, back } = await requireRemovedEntry(request, params);
  const outcome = await eraseArchiveEntry(actor, { partnershipId: partnership.id, entryId }, readSubmission(await readForm(request)));
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: "What was stored of the entry is erased." });
}

export default function ConfirmErasure() {
  const { frame, back, partnership, reason, proposedBy, proposedAt, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink {...back} />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Erase an earlier document</h1>
      <p className="govuk-body">{proposedBy} proposed on {showDate(proposedAt)} to erase what is stored of an entry that was taken off the list. The reason the public reads: {reason}</p>
      <p className="govuk-body">If you agree, confirm it. If you do not, leave this page: nothing is erased.</p>
      <ArchiveErasureMeans />
      <WarningText>This cannot be undone. Nobody can bring it back.</WarningText>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button variant="warning">Erase it for good</Button>
          <a className="govuk-link" href={back.href}>Leave it as it is</a>
        </ButtonGroup>
      </form>
    </PortalFrame>
  );
}
