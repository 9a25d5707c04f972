import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Remarks } from "#app/components/agencies/assessments/challenge-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { TextForm } from "#app/components/agencies/assessments/text-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { answerChallenge } from "#app/domain/agencies/assessments/answer-challenge.server.ts";
import { challengeAnswerForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireFilling, requireChallenge } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

const title = "Answer the challenge";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireChallenge(request, params, "answer-assessments");
  const { partnership, challenge, returned, standard } = found;
  requireFilling(returned.standing);
  return { frame: partnershipFrame(found), partnership, challenge, standard, agency: returned.agency, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, challenge } = await requireChallenge(request, params, "answer-assessments");
  const path = assessmentsPath(partnership.slug, "challenges", challenge.id);
  return sendText(request, { form: challengeAnswerForm, path, said: "The answer is sent. Whoever asked is told." }, (typed, submission) => answerChallenge(actor, { partnershipId: partnership.id, challengeId: challenge.id, ...typed }, submission));
}

export default function AnswerChallenge() {
  const { frame, partnership, challenge, standard, agency, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "challenges", challenge.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the challenge" }} caption={`${agency}: ${standard.title}`} title={title} errors={answer?.errors}>
      <Remarks challenge={challenge} />
      <TextForm label="Your answer" hint="Nothing that could identify a child or a family" button="Send the answer" revision={challenge.revision} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
