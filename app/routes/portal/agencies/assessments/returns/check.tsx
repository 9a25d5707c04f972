import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { CheckPage } from "#app/components/agencies/assessments/check-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { submissionForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { submitReturn } from "#app/domain/agencies/assessments/submit-return.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireFilling, requireReturn } from "../require.server.ts";

const title = "Check your answers";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireReturn(request, params, "answer-assessments");
  const { partnership, returned } = found;
  requireFilling(returned.standing);
  if (returned.status === "submitted") throw refusalResponse(refused("return-submitted"), { href: assessmentsPath(partnership.slug, "returns", returned.id), text: "Read the return" });
  return { frame: partnershipFrame(found), partnership, returned, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, returned } = await requireReturn(request, params, "answer-assessments");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ errors }, { status });
  requireFilling(returned.standing);
  const form = submissionForm.safeParse({ declared: "", ...toObject(values) });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await submitReturn(actor, { partnershipId: partnership.id, returnId: returned.id, ...form.data }, readSubmission(values));
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  if (outcome.ok) {
    const { actions } = outcome.value;
    return redirectWithFlash(request, path, { type: "success", text: `The return is submitted${actions > 0 ? `, with ${actions === 1 ? "1 action" : `${String(actions)} actions`}` : ""}. It is read only now.` });
  }
  if (outcome.refusal === "stale") return again(oneError("Somebody else saved an answer while you read. Nothing was submitted: read what is below again, then tick the box."), 409);
  if (outcome.refusal === "return-incomplete") return again(oneError(`Something is missing. ${outcome.detail ?? ""}`), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the return" });
}

export default function CheckAnswers() {
  const { frame, partnership, returned, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: assessmentsPath(partnership.slug, "returns", returned.id), text: "Back to the list" }} caption={returned.agency} title={title} errors={answer?.errors}>
      <CheckPage slug={partnership.slug} returned={returned} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} />
    </PortalPage>
  );
}
