import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ActionForm } from "#app/components/actions/action-form.tsx";
import { actionsPath } from "#app/components/actions/paths.ts";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { actionForm } from "#app/domain/actions/forms.server.ts";
import { originPath, origins } from "#app/domain/actions/origins.ts";
import { findOrigin, getOwnerChoices } from "#app/domain/actions/queries.server.ts";
import { recordAction } from "#app/domain/actions/record-action.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { possibleIn } from "./send-step.server.ts";

const title = "Record an action";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

/** A member who records actions, and what the action comes from, as the address says it. */
async function requireOrigin(request: Request, partnership: string | undefined) {
  const member = await requireMember(request, partnership, "record-actions");
  const { searchParams } = new URL(request.url);
  const found = await findOrigin(member.actor, member.partnership.id, searchParams.get("origin"), searchParams.get("from"));
  if (!found) throw notFound();
  const { slug } = member.partnership;
  const back = originPath(slug, { kind: found.origin.kind, at: found.at });
  return { ...member, ...found, back: back ? { href: back, text: "Back to where it comes from" } : { href: actionsPath(slug), text: "Back to the actions" } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireOrigin(request, params.partnership);
  const { actor, partnership, origin, title: from, back } = found;
  return { frame: partnershipFrame(found), partnership, from: from === null ? null : `${origins[origin.kind].label}: ${from}`, back, choices: await getOwnerChoices(actor, partnership.id), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, origin, back } = await requireOrigin(request, params.partnership);
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: possibleIn(values) }, { status });
  const form = actionForm(await getOwnerChoices(actor, partnership.id)).safeParse({ post: "", ...toObject(values), dueOn: dateParts(values, "dueOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await recordAction(actor, { partnershipId: partnership.id, origin, ...form.data }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, actionsPath(partnership.slug, outcome.value.actionId), { type: "success", text: "The action is recorded, and its owner is told." });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "dueOn"), 422);
  if (outcome.refusal === "stale") return again(oneError("The office or the agency that you chose is not there any more. Choose again."), 409);
  throw refusalResponse(outcome, back);
}

export default function NewAction() {
  const { frame, partnership, from, back, choices, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="actions" back={back} caption={from ?? partnership.name} title={title} errors={answer?.errors}>
      <p className="govuk-body">Whoever it belongs to says how far it is, and proposes it as done with what shows it. Somebody else closes it.</p>
      <NoChildWords what="an action" />
      <ActionForm choices={choices} values={answer?.values} errors={answer?.errors.fields ?? {}} found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={back.href} />
    </PortalPage>
  );
}
