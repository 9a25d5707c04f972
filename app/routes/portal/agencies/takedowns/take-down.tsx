import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { listTakedownForm } from "#app/domain/agencies/takedowns/forms.server.ts";
import { takeDownList } from "#app/domain/agencies/takedowns/take-down-list.server.ts";
import { findAgencyList } from "#app/domain/publication/agency-list.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireRemover } from "./require-takedown.server.ts";

const title = "Take the list of agencies down for safety";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { frame, partnership, back } = await requireRemover(request, params, "take-down");
  const list = await findAgencyList(partnership.slug);
  return { frame, partnership, back, isPublic: list !== null && list.takenDown === null, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, back } = await requireRemover(request, params, "take-down");
  const values = await readForm(request);
  const form = listTakedownForm.safeParse({ reason: rawText(values, "reason") });
  if (!form.success) return data({ typed: rawText(values, "reason"), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await takeDownList(actor, { partnershipId: partnership.id, ...form.data }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: "The list of agencies is taken down. Nobody can read it." });
}

export default function TakeDown() {
  const { frame, partnership, back, isPublic, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="agencies" back={back} caption={partnership.name} title={title} errors={answer?.errors}>
      {isPublic ? (
        <>
          <ul className="govuk-list govuk-list--bullet">
            <li>The list disappears from the public site straight away, with every list before it: names, reasons, files, and the pages of the agencies that only this partnership names.</li>
            <li>The page then says that it was taken down, when, and your reason.</li>
            <li>The register stays as it is. Put right there what was wrong. Until somebody says that it is right and publishes the list again, nothing of it is public.</li>
            <li>Published arrangements hold the list of their day. If they show it too, take that version down on its own page.</li>
          </ul>
          <ReasonForm submissionKey={submissionKey} label="The reason the public will read" hint="Identify nobody and no place. For example: “An entry showed what puts people at risk.”" error={answer?.errors.fields["reason"]} typed={answer?.typed ?? ""} button="Take it down now" warning cancelHref={back.href} />
        </>
      ) : (
        <p className="govuk-body-l">No list of agencies is public now, so there is nothing to take down.</p>
      )}
    </PortalPage>
  );
}
