import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { NothingPersonal } from "#app/components/agencies/requests/nothing-personal.tsx";
import { requestsPath } from "#app/components/agencies/requests/paths.ts";
import { RequestForm } from "#app/components/agencies/requests/request-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { requestForm } from "#app/domain/agencies/requests/forms.server.ts";
import { getRequestChoices } from "#app/domain/agencies/requests/queries.server.ts";
import { recordRequest } from "#app/domain/agencies/requests/record-request.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { possibleIn } from "./send-step.server.ts";

const title = "Record a request for information";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "record-information-requests");
  const { actor, partnership } = member;
  const choices = await getRequestChoices(actor, partnership.id);
  const asked = new URL(request.url).searchParams.get("agency");
  return { frame: partnershipFrame(member), partnership, choices, agency: choices.agencies.find((each) => each.id === asked) ?? null, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "record-information-requests");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: possibleIn(values, ["recipient", "purpose", "askedFor", "basisWords"]) }, { status });
  const typed = { requester: "", basis: "", ...toObject(values), askedOn: dateParts(values, "askedOn"), dueOn: dateParts(values, "dueOn") };
  const form = requestForm(await getRequestChoices(actor, partnership.id)).safeParse(typed);
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await recordRequest(actor, { partnershipId: partnership.id, ...form.data }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, requestsPath(partnership.slug, outcome.value.number), { type: "success", text: `Request ${String(outcome.value.number)} is recorded.` });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "askedOn"), 422);
  if (outcome.refusal === "stale") return again(oneError("The partner or the agency that you chose is not there any more. Choose again."), 409);
  throw refusalResponse(outcome, { href: requestsPath(partnership.slug), text: "Open the requests" });
}

export default function NewRequest() {
  const { frame, partnership, choices, agency, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = requestsPath(partnership.slug);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the requests" }} caption="Requests for information" title={title} errors={answer?.errors}>
      <NothingPersonal />
      <RequestForm choices={choices} agency={agency} values={answer?.values} errors={answer?.errors.fields ?? {}} found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
