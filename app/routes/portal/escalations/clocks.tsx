import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ClocksForm } from "#app/components/escalations/clocks-form.tsx";
import { escalationsPath } from "#app/components/escalations/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { clocksForm } from "#app/domain/escalations/forms.server.ts";
import { getEscalationChoices } from "#app/domain/escalations/queries.server.ts";
import { setClocks } from "#app/domain/escalations/set-clocks.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "How many days each stage has";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-escalations");
  const { actor, me, partnership } = member;
  return { frame: partnershipFrame(member), partnership, ...(await getEscalationChoices(actor, partnership.id)), maySet: can(me, "set-escalation-clocks", { partnershipId: partnership.id }), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "set-escalation-clocks");
  const values = await readForm(request);
  const form = clocksForm.safeParse(toObject(values));
  if (!form.success) return data({ values: withoutSecrets(values), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await setClocks(actor, { partnershipId: partnership.id, days: form.data }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, escalationsPath(partnership.slug), { type: "success", text: "The days are set. What came to a stage before keeps the days it had." });
  if (outcome.refusal === "nothing-to-change") return data({ values: withoutSecrets(values), errors: oneError("Nothing would change: enter other days", "raised") }, { status: 409 });
  throw refusalResponse(outcome, { href: escalationsPath(partnership.slug, "clocks"), text: "Open the days" });
}

export default function Clocks() {
  const { frame, partnership, today, clocks, maySet, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = escalationsPath(partnership.slug);
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: path, text: "Back to the escalations" }} caption="Escalations and disputes" title={title} errors={answer?.errors}>
      <p className="govuk-body">From the day on which it comes to a stage. What is not dealt with by then is shown as late; nothing goes further by itself.</p>
      <ClocksForm today={today} clocks={clocks} maySet={maySet} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
