import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { TermsForm } from "#app/components/people/terms-form.tsx";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { chairTermsForm, interestsForm, scrutineerTermsForm } from "#app/domain/people/office-forms.server.ts";
import { findTermsToRecord } from "#app/domain/people/queries.server.ts";
import { recordTerms } from "#app/domain/people/record-terms.server.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, text, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "record-terms");
  const found = isIdentifier(params.appointment) ? await findTermsToRecord(member.actor, member.partnership.id, params.appointment) : null;
  if (!found) throw notFound();
  return { member, found };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, found } = await findPlace(request, params);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, found, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, found } = await findPlace(request, params);
  const { slug, id: partnershipId } = member.partnership;
  const values = await readForm(request);
  const submission = readSubmission(values);
  const revision = Number(text(values, "revision"));
  if (!Number.isSafeInteger(revision) || revision < 0) throw refused(400);
  const dates = Object.fromEntries((["reviewOn", "termEndsOn", "contractEndsOn"] as const).map((name) => [name, dateParts(values, name)]));
  const form = found.role === "chair" ? chairTermsForm : found.may === "all" ? scrutineerTermsForm : interestsForm;
  const parsed = form.safeParse({ ...toObject(values), ...dates });
  if (!parsed.success) return data({ values: withoutSecrets(values), errors: fieldErrors(parsed.error) }, { status: 422 });
  const outcome = await recordTerms(member.actor, { partnershipId, appointmentId: found.appointmentId, revision, terms: parsed.data }, submission);
  if (outcome.ok) return redirectWithFlash(request, `/portal/${slug}/people`, { type: "success", text: "Recorded and published" });
  if (outcome.refusal !== "impossible-dates") throw refusalResponse(outcome, { href: `/portal/${slug}/people`, text: "See who holds which office" });
  const { status, title, text: message } = refusals[outcome.refusal];
  return data({ values: withoutSecrets(values), errors: oneError(`${title}. ${outcome.detail ?? message}`, found.role === "chair" ? "reviewOn" : "termEndsOn") }, { status });
}

export const headers = () => ({ "Cache-Control": privateCache });

const titleOf = (role: "chair" | "scrutineer", may: "all" | "interests") => (role === "chair" ? "Record when the chair is next reviewed" : may === "all" ? "Record the scrutineer’s terms" : "Declare your interests");

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? titleOf(page.found.role, page.found.may) : "Terms", partnership: page?.partnership.name, hidden: true });

export default function TermsPage() {
  const { frame, partnership, found, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OfficePage frame={frame} back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption={found.name} title={titleOf(found.role, found.may)} errors={sent?.errors}>
      <TermsForm found={found} submissionKey={submissionKey} values={sent?.values} errors={sent?.errors.fields ?? {}} />
    </OfficePage>
  );
}
