import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AnswerPage } from "#app/components/agencies/assessments/answer-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { answerForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { saveAnswer } from "#app/domain/agencies/assessments/save-answer.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, text, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireFilling, requireStandard } from "../require.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.standard.title ?? "Answer", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireStandard(request, params, "answer-assessments");
  const { partnership, returned, standard } = found;
  requireFilling(returned.standing);
  if (returned.status === "submitted") throw refusalResponse(refused("return-submitted"), { href: assessmentsPath(partnership.slug, "returns", returned.id), text: "Read the return" });
  const before = returned.before?.answers.find((each) => each.standardId === standard.id);
  return {
    frame: partnershipFrame(found),
    partnership,
    standard,
    set: returned.set,
    returned: { id: returned.id, agency: returned.agency, at: returned.set.standards.indexOf(standard) + 1, onBehalf: returned.standing === "on-behalf" },
    answer: returned.answers.find((each) => each.standardId === standard.id) ?? null,
    before: returned.before && before ? { title: returned.before.title, answer: before } : null,
    submissionKey: newSubmissionKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, returned, standard } = await requireStandard(request, params, "answer-assessments");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number, stale = false) => data({ values: withoutSecrets(values), errors, stale }, { status });
  requireFilling(returned.standing);
  const form = answerForm(returned.set, returned.today).safeParse({ ...{ rating: "" }, ...toObject(values), actionDueOn: dateParts(values, "actionDueOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await saveAnswer(actor, { partnershipId: partnership.id, returnId: returned.id, standardId: standard.id, ...form.data }, readSubmission(values));
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  if (outcome.ok) {
    const next = returned.set.standards[returned.set.standards.indexOf(standard) + 1];
    return redirectWithFlash(request, text(values, "then") === "next" ? (next ? `${path}/standards/${next.id}` : `${path}/check`) : path, { type: "success", text: `“${standard.title}” is saved.` });
  }
  if (outcome.refusal === "stale") return again(oneError("Somebody else saved this answer first. Nothing of yours is lost: what is saved now is shown above what you typed. Save again to put yours in its place."), 409, true);
  throw refusalResponse(outcome, { href: path, text: "Open the return" });
}

export default function AnswerStandard() {
  const { frame, partnership, returned, standard, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the list" }} caption={`${returned.agency}${returned.onBehalf ? ", entered on its behalf" : ""}: ${String(returned.at)} of ${String(shown.set.standards.length)}`} title={standard.title} errors={answer?.errors}>
      <AnswerPage {...shown} standard={standard} stale={answer?.stale ?? false} values={answer?.values} errors={answer?.errors.fields ?? {}} cancelHref={path} />
    </PortalPage>
  );
}
