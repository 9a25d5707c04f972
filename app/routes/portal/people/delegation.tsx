import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { ScopeField } from "#app/components/people/office-fields.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { delegationForm } from "#app/domain/people/office-forms.server.ts";
import { findDelegationToRecord } from "#app/domain/people/queries.server.ts";
import { recordDelegation } from "#app/domain/people/record-delegation.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, partsOfDate, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { actConfirmed, askWho } from "./confirmed-act.server.ts";

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "delegate");
  const delegate = isIdentifier(params.appointment) ? await findDelegationToRecord(member.actor, member.partnership.id, params.appointment) : null;
  if (!delegate) throw notFound();
  return { member, delegate };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, delegate } = await findPlace(request, params);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, delegate, today: partsOfDate(delegate.today), submissionKey: newSubmissionKey(), confirm: await askWho(member) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, delegate } = await findPlace(request, params);
  const { slug, id: partnershipId } = member.partnership;
  const values = await readForm(request);
  const submission = readSubmission(values);
  const parsed = delegationForm.safeParse({ ...toObject(values), startsOn: dateParts(values, "startsOn") });
  if (!parsed.success) return data({ values: withoutSecrets(values), errors: fieldErrors(parsed.error), confirm: await askWho(member) }, { status: 422 });
  const acting = await actConfirmed(member, values, context.clientAddress);
  if (!acting.ok) return data({ values: withoutSecrets(values), errors: acting.errors, confirm: await askWho(member) }, { status: acting.status });
  const outcome = await recordDelegation(acting.actor, { ...parsed.data, partnershipId, appointmentId: delegate.appointmentId }, submission);
  if (outcome.ok) return redirectWithFlash(request, `/portal/${slug}/people`, { type: "success", text: `What you delegate to ${delegate.name} is recorded and published` }, acting.headers);
  if (outcome.refusal !== "impossible-dates") throw refusalResponse(outcome, { href: `/portal/${slug}/people`, text: "See who holds which office" }, acting.headers);
  const { status, title, text: message } = refusals[outcome.refusal];
  return data({ values: withoutSecrets(values), errors: oneError(`${title}. ${outcome.detail ?? message}`, "startsOn"), confirm: null }, { status, headers: acting.headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

const titles = { unrecorded: "Record what you delegate", "in-force": "Change what you delegate", "to-confirm": "Confirm what you delegate" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: titles[page?.delegate.delegation.state ?? "unrecorded"], partnership: page?.partnership.name, hidden: true });

export default function Delegation() {
  const { frame, partnership, delegate, today, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { delegation, name } = delegate;
  const fields = { values: sent?.values, errors: sent?.errors.fields ?? {} };
  return (
    <OfficePage frame={frame} back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption={delegate.organisation} title={titles[delegation.state]} errors={sent?.errors}>
      <p className="govuk-body">{name} is your delegated safeguarding partner (DSP). You stay accountable for all that they do for you.</p>
      {delegation.state === "to-confirm" && <p className="govuk-body">The lead before you recorded this on {showDate(delegation.since)}. Until you confirm or change it, the public page says that it is to be confirmed.</p>}
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ScopeField {...fields} scope={delegation.state === "unrecorded" ? "" : delegation.scope} />
        <DateInput name="startsOn" legend="From when" legendSize="s" hint="What is recorded now ends on that day." defaultValues={sent ? dateParts(sent.values, "startsOn") : today} error={fields.errors["startsOn"]} />
        <ConfirmAgain strength={sent ? sent.confirm : confirm} errors={fields.errors} />
        <Button>{delegation.state === "to-confirm" ? "Confirm and publish" : "Record and publish"}</Button>
      </form>
    </OfficePage>
  );
}
