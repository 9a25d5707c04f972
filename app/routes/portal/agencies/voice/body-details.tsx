import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { BodyForm } from "#app/components/agencies/voice/body-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { isListHeld } from "#app/domain/agencies/takedowns/queries.server.ts";
import { bodyForm } from "#app/domain/agencies/voice/forms.server.ts";
import { findBody } from "#app/domain/agencies/voice/queries.server.ts";
import { recordBody } from "#app/domain/agencies/voice/record-body.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireAgency } from "../require-agency.server.ts";

const title = "For whom it speaks";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAgency(request, params, "record-voice");
  const { actor, partnership, agency } = member;
  const found = await findBody(actor, partnership.id, agency.id, { q: "", setting: null }, null);
  return { frame: partnershipFrame(member), partnership, agency: { id: agency.id, legalName: agency.legalName, status: agency.status }, body: found?.body ?? null, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, agency } = await requireAgency(request, params, "record-voice");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const days = { since: dateParts(values, "since"), until: dateParts(values, "until"), outsideOn: dateParts(values, "outsideOn") };
  const form = bodyForm.safeParse({ ...toObject(values), ...days });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await recordBody(actor, { partnershipId: partnership.id, membershipId: agency.id, ...form.data }, readSubmission(values));
  const path = agenciesPath(partnership.slug, `voice/bodies/${agency.id}`);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: saved(agency.status === "named", await isListHeld(actor, partnership.id)) });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the days", "since"), 422);
  if (outcome.refusal === "stale") return again(oneError("Somebody else changed this first. Open it in another tab to see what is there now; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: agenciesPath(partnership.slug, agency.id), text: "Open the agency" });
}

function saved(named: boolean, held: boolean): string {
  if (!named) return "It is saved. It is published once the agency is named.";
  return held ? "It is saved. The public list is down: it is not published yet." : "It is saved and published.";
}

export default function BodyDetails() {
  const { frame, partnership, agency, body, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = body ? { href: agenciesPath(partnership.slug, `voice/bodies/${agency.id}`), text: "Back to the body" } : { href: agenciesPath(partnership.slug, "voice/bodies"), text: "Back to choosing" };
  return (
    <PortalPage frame={frame} current="agencies" back={back} caption={agency.legalName} title={title} errors={answer?.errors}>
      {!body && <p className="govuk-body">Once this is saved, its members can be added: which agencies of the register it speaks for, from when.</p>}
      <BodyForm body={body} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={back.href} />
    </PortalPage>
  );
}
