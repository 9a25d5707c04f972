import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { ErasureMeans } from "#app/components/versions/erasure-means.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { eraseVersion } from "#app/domain/documents/erase-version.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { refuse, requireRemover, requireTakedown } from "./require-removable.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Confirm the erasure of version ${String(found?.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const remover = await requireRemover(request, params, "erase");
  const { version, partnership, me, frame, back, at } = remover;
  const { erasureProposedBy: by, erasureProposedAt: proposedOn } = requireTakedown(remover);
  if (!by || !proposedOn) return redirectTo(versionPath(at, version.number, "erase"));
  if (by.personId === me.personId) throw refuse(remover, "second-person-needed");
  await requireConfirmed(request, me);
  return { frame, back, partnership, at: remover.at, number: version.number, proposedBy: by.name, proposedOn, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, version, back } = await requireRemover(request, params, "erase");
  const outcome = await eraseVersion(actor, { partnershipId: partnership.id, versionId: version.id }, readSubmission(await readForm(request)));
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: `The words of version ${String(version.number)} are erased` });
}

export default function ConfirmErasure() {
  const { frame, back, partnership, at, number, proposedBy, proposedOn, submissionKey } = useLoaderData<typeof loader>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title={`Erase version ${String(number)}`} back={back}>
      <p className="govuk-body">{proposedBy} proposed on {showDate(proposedOn)} to erase the words of this version. If you agree, confirm it. If you do not, leave this page: nothing is erased.</p>
      <ErasureMeans />
      <WarningText>This cannot be undone. Nobody can bring the words back.</WarningText>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button variant="warning">Erase version {number}</Button>
          <a className="govuk-link" href={back.href}>Leave it as it is</a>
        </ButtonGroup>
      </form>
    </ActPage>
  );
}
