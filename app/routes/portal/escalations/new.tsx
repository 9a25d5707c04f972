import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { EscalationForm } from "#app/components/escalations/escalation-form.tsx";
import { escalationsPath } from "#app/components/escalations/paths.ts";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { escalationForm } from "#app/domain/escalations/forms.server.ts";
import { getEscalationChoices } from "#app/domain/escalations/queries.server.ts";
import { raiseEscalation } from "#app/domain/escalations/raise-escalation.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

const title = "Raise a dispute or an issue";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "record-escalations");
  return { frame: partnershipFrame(member), partnership: member.partnership, ...(await getEscalationChoices(member.actor, member.partnership.id)), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "record-escalations");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: wordsFound(values, { subject: "What it is about", issue: "The issue", sought: "What is sought", others: "The other body" }) }, { status });
  const { seats } = await getEscalationChoices(actor, partnership.id);
  const form = escalationForm(seats).safeParse({ kind: "", ...toObject(values), parties: [...list(values, "parties")], raisedOn: dateParts(values, "raisedOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await raiseEscalation(actor, { partnershipId: partnership.id, ...form.data }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, escalationsPath(partnership.slug, outcome.value.number), { type: "success", text: `Escalation ${String(outcome.value.number)} is raised, and the chair is told.` });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "raisedOn"), 422);
  throw refusalResponse(outcome, { href: escalationsPath(partnership.slug), text: "Open the escalations" });
}

export default function NewEscalation() {
  const { frame, partnership, today, seats, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = escalationsPath(partnership.slug);
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: path, text: "Back to the escalations" }} caption="Escalations and disputes" title={title} errors={answer?.errors}>
      <NoChildWords what="an escalation" />
      <EscalationForm today={today} seats={seats} values={answer?.values} errors={answer?.errors.fields ?? {}} found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
