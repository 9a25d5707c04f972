import { randomBytes } from "node:crypto";

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { DrawForm } from "#app/components/agencies/assessments/draw-form.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { drawSample } from "#app/domain/agencies/assessments/draw-sample.server.ts";
import { drawForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireRound } from "./require.server.ts";
import { sendText } from "./send-text.server.ts";

const title = "Draw a sample";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireRound(request, params, "challenge-assessments");
  const from = found.returns.filter((each) => each.status === "submitted" && !each.sampled).length;
  return { frame: partnershipFrame(found), partnership: found.partnership, round: found.round, from, seed: randomBytes(6).toString("hex"), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, round } = await requireRound(request, params, "challenge-assessments");
  const path = `${assessmentsPath(partnership.slug, round.id)}?state=sampled`;
  return sendText(request, { form: drawForm, path, said: "The sample is drawn. Its seed is kept with each return." }, (typed, submission) => drawSample(actor, { partnershipId: partnership.id, roundId: round.id, ...typed }, submission));
}

export default function DrawSample() {
  const { frame, partnership, round, from, seed, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, round.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the round" }} caption={round.title} title={title} errors={answer?.errors}>
      <p className="govuk-body">A sample is looked at closely, and may be challenged. It is drawn from submitted returns that are not in it yet; a single return can be put into it by hand from its own page.</p>
      {from === 0 ? <p className="govuk-body-l">No return is left to draw from.</p> : <DrawForm from={from} seed={seed} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />}
    </PortalPage>
  );
}
