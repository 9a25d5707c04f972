import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AddForm } from "#app/components/agencies/assessments/add-form.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { addAgencies } from "#app/domain/agencies/assessments/add-agencies.server.ts";
import { addingForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { listAskable } from "#app/domain/agencies/assessments/round-queries.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireRound } from "./require.server.ts";

const title = "Ask more agencies";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireRound(request, params, "issue-assessments");
  const { actor, partnership, round } = found;
  return { frame: partnershipFrame(found), partnership, round, agencies: (await listAskable(actor, partnership.id, round.id)).agencies, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, round, today } = await requireRound(request, params, "issue-assessments");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = addingForm(today).safeParse({ agency: [...list(values, "agency")], dueOn: dateParts(values, "dueOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await addAgencies(actor, { partnershipId: partnership.id, roundId: round.id, ...form.data }, readSubmission(values));
  const path = assessmentsPath(partnership.slug, round.id);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: outcome.value.asked === 1 ? "1 more agency is asked." : `${outcome.value.asked.toLocaleString("en-GB")} more agencies are asked.` });
  if (outcome.refusal === "stale" || outcome.refusal === "agency-closed") return again(oneError(`${outcome.detail ?? "One of them"} is in the round already, closed, or not named any more. Nobody was asked: look at the list again.`, "agency"), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the round" });
}

export default function AddAgencies() {
  const { frame, partnership, round, agencies, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, round.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the round" }} caption={round.title} title={title} errors={answer?.errors}>
      {agencies.length === 0 ? (
        <p className="govuk-body-l">Every named agency is in the round already.</p>
      ) : (
        <AddForm agencies={agencies} dueOn={round.dueOn} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
      )}
    </PortalPage>
  );
}
