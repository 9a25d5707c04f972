import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AnswerSummary } from "#app/components/agencies/assessments/answer-summary.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { TextForm } from "#app/components/agencies/assessments/text-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { challengeStandard } from "#app/domain/agencies/assessments/challenge-standard.server.ts";
import { questionForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, refusalResponse } from "#app/http/submission.server.ts";

import { requireOthers, requireStandard } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: `Challenge: ${page?.standard.title ?? ""}`, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireStandard(request, params, "challenge-assessments");
  const { partnership, returned, standard } = found;
  requireOthers(returned.speaksFor);
  if (returned.status !== "submitted") throw refusalResponse(refused("return-not-submitted"), { href: assessmentsPath(partnership.slug, "returns", returned.id), text: "Open the return" });
  return { frame: partnershipFrame(found), partnership, set: returned.set, standard, returned: { id: returned.id, agency: returned.agency }, answer: returned.answers.find((each) => each.standardId === standard.id) ?? null, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, returned, standard } = await requireStandard(request, params, "challenge-assessments");
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  return sendText(request, { form: questionForm, path, said: `${returned.agency} is asked. Those who speak for it are told.` }, (typed, submission) => challengeStandard(actor, { partnershipId: partnership.id, returnId: returned.id, standardId: standard.id, ...typed }, submission));
}

export default function ChallengeStandard() {
  const { frame, partnership, set, standard, returned, answer: said, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the return" }} caption={`Challenge ${returned.agency}`} title={standard.title} errors={answer?.errors}>
      <p className="govuk-body">{standard.question}</p>
      {said && <AnswerSummary set={set} answer={said} />}
      <TextForm name="question" label="Your question" hint="The agency answers it here. Nothing that could identify a child or a family" button="Ask it" values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
