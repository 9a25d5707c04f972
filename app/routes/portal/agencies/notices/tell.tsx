import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { TellForm } from "#app/components/agencies/notices/tell-form.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { tellForm } from "#app/domain/agencies/notices/forms.server.ts";
import { findInState } from "#app/domain/agencies/notices/queries.server.ts";
import { tellAgencies } from "#app/domain/agencies/notices/tell-agencies.server.ts";
import { tellableStates } from "#app/domain/agencies/notices/vocabulary.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { list, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "Tell agencies that they are named";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "tell-agencies");
  const { actor, partnership } = member;
  const { searchParams } = new URL(request.url);
  const state = tellableStates.find((each) => each === searchParams.get("state")) ?? "to-tell";
  const agencies = await findInState(actor, partnership.id, state, Number.parseInt(searchParams.get("page") ?? "1", 10) || 1);
  return { frame: partnershipFrame(member), partnership, state, agencies, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "tell-agencies");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: { agency: [], ...withoutSecrets(values) }, errors }, { status });
  const form = tellForm.safeParse({ which: "", ...toObject(values), agency: [...list(values, "agency")] });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await tellAgencies(actor, { partnershipId: partnership.id, which: form.data }, readSubmission(values));
  const path = agenciesPath(partnership.slug, "notices");
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: outcome.value.letters === 1 ? "1 letter is on its way." : `${outcome.value.letters.toLocaleString("en-GB")} letters are on their way. They go out a few at a time.` });
  if (outcome.refusal === "stale") return again(oneError(outcome.detail ? `${outcome.detail} need not be written to any more, or has a letter on its way. Nothing was sent: look at the list again.` : "There are more or fewer of them by now. Nothing was sent: look at the list again."), 409);
  if (outcome.refusal === "nobody-to-tell") return again(oneError(`${outcome.detail ?? "One of them"} has no address any more. Nothing was sent: look at the list again.`), 409);
  throw refusalResponse(outcome, { href: path, text: "See who acknowledged" });
}

export default function TellAgencies() {
  const { frame, partnership, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, "notices");
  const { linkDays, reminderDays } = shown.agencies.rules;
  const nobody = shown.agencies.figures["nobody-to-tell"];
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to acknowledgement" }} caption="Relevant agencies" title={title} errors={answer?.errors}>
      <p className="govuk-body">Each gets a letter by e-mail with a link of its own, good for {linkDays} days. A new letter ends the link of the one before. {reminderDays.length > 0 && `Whoever has not acknowledged is reminded ${new Intl.ListFormat("en-GB").format(reminderDays.map((days) => `after ${String(days)} days`))}.`}</p>
      {nobody > 0 && <p className="govuk-body">{nobody === 1 ? "1 named agency has" : `${nobody.toLocaleString("en-GB")} named agencies have`} nobody to tell: <a className="govuk-link" href={`${path}/addresses`}>fill in addresses</a> first.</p>}
      <TellForm path={`${path}/tell`} {...shown} values={answer?.values} errors={answer?.errors.fields ?? {}} cancelHref={path} />
    </PortalPage>
  );
}
