import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { WithdrawalForm } from "#app/components/agencies/withdrawal-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { withdrawalForm } from "#app/domain/agencies/forms.server.ts";
import { isListHeld } from "#app/domain/agencies/takedowns/queries.server.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireAgency } from "./require-agency.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Withdraw an agency", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAgency(request, params, "name-agencies");
  const { partnership, agency } = member;
  return { frame: partnershipFrame(member), partnership, agency, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, agency } = await requireAgency(request, params, "name-agencies");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = withdrawalForm.safeParse({ ...toObject(values), on: dateParts(values, "on") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await withdrawAgency(actor, { partnershipId: partnership.id, membershipId: agency.id, ...form.data }, readSubmission(values));
  const path = agenciesPath(partnership.slug);
  if (outcome.ok) {
    const published = (await isListHeld(actor, partnership.id)) ? "The public list is down: it is not published yet." : "The list is published without it.";
    return redirectWithFlash(request, path, { type: "success", text: outcome.value.wasNamed ? `${agency.legalName} is withdrawn. ${published}` : `${agency.legalName} is taken off the register.` });
  }
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "on"), 422);
  if (outcome.refusal === "stale") return again(oneError("Somebody else changed this agency first. Open it in another tab to see what is there now; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the register" });
}

export default function WithdrawAgency() {
  const { frame, partnership, agency, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, agency.id);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the agency" }} caption={agency.legalName} title={agency.status === "named" ? "Withdraw it from the named agencies" : "Take it off the register"} errors={answer?.errors}>
      <WithdrawalForm agency={agency} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
