import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { prioritiesPath } from "#app/components/priorities/paths.ts";
import { PriorityFields } from "#app/components/priorities/priority-fields.tsx";
import { priorityForm } from "#app/domain/priorities/forms.server.ts";
import { getPriorityChoices } from "#app/domain/priorities/queries.server.ts";
import { recordPriority } from "#app/domain/priorities/record-priority.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { possibleIn } from "./send-act.server.ts";

const title = "Add a priority";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-priorities");
  const { actor, partnership } = member;
  return { frame: partnershipFrame(member), partnership, choices: await getPriorityChoices(actor, partnership.id), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-priorities");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: possibleIn(values) }, { status });
  const days = Object.fromEntries(["periodFrom", "periodTo", "dueOn"].map((day) => [day, dateParts(values, day)]));
  const form = priorityForm(await getPriorityChoices(actor, partnership.id)).safeParse({ title: "", why: "", outcome: "", leadSeatId: "", ...toObject(values), ...days });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { revision: _none, ...typed } = form.data;
  const outcome = await recordPriority(actor, { partnershipId: partnership.id, ...typed }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, prioritiesPath(partnership.slug, outcome.value.number), { type: "success", text: "The priority is recorded as a draft. Add the measures by which it is seen whether it works." });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the days", "dueOn"), 422);
  if (outcome.refusal === "stale") return again(oneError("The partner or an agency that you chose is not there any more, or somebody added a priority just now. Check it and send it again."), 409);
  throw refusalResponse(outcome, { href: prioritiesPath(partnership.slug), text: "Open the priorities" });
}

export default function NewPriority() {
  const { frame, partnership, choices, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = prioritiesPath(partnership.slug);
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: path, text: "Back to the priorities" }} caption="Priorities" title={title} errors={answer?.errors}>
      <NobodyInIt />
      <ActForm {...typed} revision={0} button="Save as a draft" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={path}>
        <PriorityFields {...typed} choices={choices} stored={null} />
      </ActForm>
    </PortalPage>
  );
}
