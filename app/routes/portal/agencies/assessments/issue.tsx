import { createHash } from "node:crypto";

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { RoundForm } from "#app/components/agencies/assessments/round-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { roundForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { issueRound } from "#app/domain/agencies/assessments/issue-round.server.ts";
import { listAskable } from "#app/domain/agencies/assessments/round-queries.server.ts";
import { findQuestionSet } from "#app/domain/agencies/assessments/set-queries.server.ts";
import { type Askable, readWhom, waysToChoose } from "#app/domain/agencies/assessments/whom.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list, text, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: `Issue ${page?.set.shortTitle ?? "a round"}`, partnership: page?.partnership.name, hidden: true });

/** Changes whenever these are other agencies, so that nobody is asked whom the sender did not see. */
const markOf = (agencies: readonly Askable[]) => createHash("sha256").update(agencies.map((each) => each.id).join()).digest("hex").slice(0, 16);

async function choices({ actor, partnership }: MemberOf, setId: string | undefined, asked: string | null) {
  const set = await findQuestionSet(actor, setId ?? "");
  if (!set) throw notFound();
  const { today, agencies } = await listAskable(actor, partnership.id);
  const ways = waysToChoose(set, agencies);
  const way = readWhom(ways, asked);
  return { set, today, ways: ways.map(({ whom, text: words, agencies: own }) => ({ whom, text: words, count: own.length })), chosen: way && { whom: way.whom, agencies: way.agencies, mark: markOf(way.agencies) } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "issue-assessments");
  const shown = await choices(member, params.set, new URL(request.url).searchParams.get("whom"));
  return { frame: partnershipFrame(member), partnership: member.partnership, ...shown, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.partnership, "issue-assessments");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const { set, today, chosen } = await choices(member, params.set, text(values, "whom"));
  const picked = chosen?.whom === "picked";
  const ids = picked ? [...list(values, "agency")] : (chosen?.agencies ?? []).map((each) => each.id);
  const form = roundForm(today).safeParse({ ...toObject(values), agency: ids, periodFrom: dateParts(values, "periodFrom"), periodTo: dateParts(values, "periodTo"), dueOn: dateParts(values, "dueOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  if (!picked && chosen?.mark !== text(values, "mark")) return again(oneError("The register changed meanwhile, so other agencies would be asked than those you saw. Nobody was asked: look at the list again, then send the form once more.", "agency"), 409);
  const outcome = await issueRound(member.actor, { partnershipId: member.partnership.id, setId: set.id, ...form.data }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, assessmentsPath(member.partnership.slug, outcome.value.roundId), { type: "success", text: `${outcome.value.asked === 1 ? "1 agency is" : `${outcome.value.asked.toLocaleString("en-GB")} agencies are`} asked for the return, and told by e-mail where somebody with an account speaks for it.` });
  switch (outcome.refusal) {
    case "round-repeated":
      return again(oneError(refusals["round-repeated"].text, "title"), 409);
    case "impossible-dates":
      return again(oneError(outcome.detail ?? "Check the day", "dueOn"), 422);
    case "stale":
    case "agency-closed":
      return again(oneError(`${outcome.detail ?? "One of them"} ${outcome.refusal === "stale" ? "is not named any more" : "closed"}. Nobody was asked: look at the list again.`, "agency"), 409);
    default:
      throw refusalResponse(outcome, { href: assessmentsPath(member.partnership.slug), text: "Open self-assessments" });
  }
}

export default function IssueRound() {
  const { frame, partnership, set, ways, chosen, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "new");
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the question sets" }} caption="Issue a round" title={set.title} errors={answer?.errors}>
      {chosen ? (
        <RoundForm set={set} ways={ways} chosen={chosen} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={assessmentsPath(partnership.slug)} />
      ) : (
        <p className="govuk-body-l">No agency is named yet. A round goes to named agencies: <a className="govuk-link" href={`/portal/${partnership.slug}/agencies`}>open the register</a>.</p>
      )}
    </PortalPage>
  );
}
