import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { ErasureMeans } from "#app/components/versions/erasure-means.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireRemover, requireTakedown } from "./require-removable.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Erase version ${String(found?.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const remover = await requireRemover(request, params, "erase");
  const { version, partnership, me, frame, back, at } = remover;
  const takedown = requireTakedown(remover);
  if (takedown.erasureProposedBy) return redirectTo(versionPath(at, version.number, "erase/confirm"));
  await requireConfirmed(request, me);
  return { frame, back, partnership, at: remover.at, number: version.number, reason: takedown.reason, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, version, back } = await requireRemover(request, params, "erase");
  const outcome = await proposeErasure(actor, { partnershipId: partnership.id, versionId: version.id }, readSubmission(await readForm(request)));
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: "Erasure proposed. A second person must confirm it." });
}

export default function ProposeErasure() {
  const { frame, back, partnership, at, number, reason, submissionKey } = useLoaderData<typeof loader>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title={`Propose to erase version ${String(number)}`} back={back}>
      <p className="govuk-body">This version was taken down for safety. The reason the public reads: {reason}</p>
      <p className="govuk-body">Nobody can read it any more, but its words are still stored. You can propose to erase them for good. A second person must confirm.</p>
      <ErasureMeans />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button variant="warning">Propose to erase version {number}</Button>
          <a className="govuk-link" href={back.href}>Cancel</a>
        </ButtonGroup>
      </form>
    </ActPage>
  );
}
