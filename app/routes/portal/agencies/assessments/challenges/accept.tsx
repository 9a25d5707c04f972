import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Remarks } from "#app/components/agencies/assessments/challenge-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { TextForm } from "#app/components/agencies/assessments/text-form.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { acceptAnswer } from "#app/domain/agencies/assessments/accept-answer.server.ts";
import { acceptanceForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireChallenge, requireOthers } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

const title = "Accept the answer";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireChallenge(request, params, "challenge-assessments");
  const { partnership, challenge, returned, standard } = found;
  requireOthers(returned.speaksFor);
  const own = returned.answers.find((each) => each.standardId === standard.id)?.rating ?? null;
  return { frame: partnershipFrame(found), partnership, challenge, standard, own, set: returned.set, agency: returned.agency, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, challenge, returned } = await requireChallenge(request, params, "challenge-assessments");
  const path = assessmentsPath(partnership.slug, "challenges", challenge.id);
  return sendText(request, { form: acceptanceForm(returned.set), path, said: "The answer is accepted. Your rating stands beside the agency’s own." }, (typed, submission) => acceptAnswer(actor, { partnershipId: partnership.id, challengeId: challenge.id, ...typed }, submission));
}

export default function AcceptAnswer() {
  const { frame, partnership, challenge, standard, own, set, agency, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "challenges", challenge.id);
  const ratings = set.ratings.map(({ id, title: text, meaning }) => ({ value: id, text: id === own ? `${text}, as ${agency} says` : text, hint: meaning }));
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the challenge" }} caption={`${agency}: ${standard.title}`} title={title} errors={answer?.errors}>
      <Remarks challenge={challenge} />
      <TextForm label="Why you accept it" hint="Nothing that could identify a child or a family" button="Accept the answer" revision={challenge.revision} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path}>
        <Radios name="rating" legend="How you rate it" legendSize="s" hint="It stands beside the agency’s own rating, which stays" items={ratings} defaultValue={typedOr(answer?.values, "rating", null)} error={answer?.errors.fields["rating"]} />
      </TextForm>
    </PortalPage>
  );
}
