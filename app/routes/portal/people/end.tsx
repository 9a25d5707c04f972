import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { EndForm } from "#app/components/people/end-form.tsx";
import { endAppointment } from "#app/domain/people/end-appointment.server.ts";
import { endForm, isIdentifier } from "#app/domain/people/forms.server.ts";
import { findAppointmentToEnd } from "#app/domain/people/queries.server.ts";
import { describeTerm } from "#app/domain/people/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, partsOfDate, text, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "end-appointment");
  const appointment = isIdentifier(params.appointment) ? await findAppointmentToEnd(member.actor, member.partnership.id, params.appointment) : null;
  if (!appointment) throw notFound();
  const { name, own, office, organisation, startsOn, endsOn, today } = appointment;
  return data({
    frame: partnershipFrame(member),
    partnership: member.partnership,
    submissionKey: newSubmissionKey(),
    title: own ? "Leave your office" : `End ${name}’s appointment`,
    own,
    who: `${own ? "You hold" : `${name} holds`} the office of ${office}${organisation ? `, ${organisation},` : ""} ${describeTerm({ startsOn, endsOn })}.`,
    today: partsOfDate(today),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.partnership, "end-appointment");
  const { actor, me, partnership } = member;
  if (!isIdentifier(params.appointment)) throw notFound();
  const values = await readForm(request);
  const submission = readSubmission(values);
  const parsed = endForm.safeParse({ endsOn: dateParts(values, "endsOn"), reason: text(values, "reason") });
  if (!parsed.success) return data({ values: withoutSecrets(values), errors: fieldErrors(parsed.error) }, { status: 422 });
  const outcome = await endAppointment(actor, { partnershipId: partnership.id, appointmentId: params.appointment, ...parsed.data }, submission);
  if (outcome.ok) {
    // Whoever leaves today may no longer read the partnership's pages.
    const left = me.holds.some((held) => held.appointmentId === params.appointment);
    return redirectWithFlash(request, left ? "/portal" : `/portal/${partnership.slug}/people`, { type: "success", text: `The appointment ends on ${showDate(outcome.value.endsOn)}` });
  }
  const { status, title, text: message } = refusals[outcome.refusal];
  if (outcome.refusal !== "impossible-dates" && outcome.refusal !== "nothing-to-change") throw refusalResponse(outcome, { href: `/portal/${partnership.slug}/people`, text: "See who holds which office" });
  return data({ values: withoutSecrets(values), errors: oneError(`${title}. ${outcome.detail ?? message}`, "endsOn") }, { status });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.title ?? "End an appointment", partnership: page?.partnership.name, hidden: true });

export default function EndAppointment() {
  const { frame, partnership, submissionKey, title, own, who, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} current="people" before={<BackLink href={`/portal/${partnership.slug}/people`} text="Back to People" />}>
      <ErrorSummary errors={result?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{who}</p>
      <p className="govuk-body">{own ? "From the end date you can no longer read or sign anything in this office." : "From the end date they can no longer read or change anything in this office."} It cannot be undone. The post is then shown as vacant on the public page.</p>
      <EndForm submissionKey={submissionKey} today={today} own={own} values={result?.values} errors={result?.errors.fields} />
    </PortalFrame>
  );
}
