import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { OwnChangeForm } from "#app/components/agencies/own/own-change-form.tsx";
import { ownPath } from "#app/components/agencies/own/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { proposeChangeForm } from "#app/domain/agencies/own/forms.server.ts";
import { proposeChange } from "#app/domain/agencies/own/propose-change.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm, toObject, withoutSecrets } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireOwn } from "./require-own.server.ts";

const title = "Propose a change";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOwn(request, params);
  return { frame: partnershipFrame(member), partnership: member.partnership, agency: member.own.agency, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, own } = await requireOwn(request, params);
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = proposeChangeForm({ withBody: own.agency.ours }).safeParse(toObject(values));
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await proposeChange(actor, { partnershipId: partnership.id, membershipId: own.agency.id, ...form.data }, readSubmission(values));
  const path = ownPath(partnership.slug, own.agency.id);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: "Your proposal is recorded. Somebody in office decides." });
  if (outcome.refusal === "nothing-to-change") return again(oneError("Change something: this is what the record says already", "howWeWork"), 422);
  if (outcome.refusal === "stale") return again(oneError("The record was changed first. Open it in another tab to see what is there now; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: path, text: "Open your agency" });
}

export default function ProposeChange() {
  const { frame, partnership, agency, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = ownPath(partnership.slug, agency.id);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to your agency" }} caption={agency.legalName} title={title} errors={answer?.errors}>
      <p className="govuk-body">Somebody in office accepts what you propose, or says why not: all of it but the e-mail address is published once the agency is named.</p>
      <OwnChangeForm agency={agency} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
