import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { PointFields } from "#app/components/priorities/point-fields.tsx";
import { pointForm } from "#app/domain/priorities/measure-forms.server.ts";
import { recordPoint } from "#app/domain/priorities/record-point.server.ts";
import { questionsAbout } from "#app/domain/priorities/rules.ts";
import { findingOf, showMeasure } from "#app/domain/priorities/shown-measure.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireMeasure } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

const title = "Record a figure";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMeasure(request, params);
  const { partnership, priority, measure, here } = member;
  return { frame: partnershipFrame(member), partnership, priority, measure, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMeasure(request, params);
  const { measure } = member;
  return sendAct(request, member, {
    days: ["on"],
    form: pointForm,
    command: (actor, { partnershipId, number, revision, looked, ...point }, submission) => recordPoint(actor, { partnershipId, number, revision, looked, measureId: measure.id, point }, submission),
    said: "The figure is recorded.",
    ask: (point) => questionsAbout(point, measure),
  });
}

export default function RecordFigure() {
  const { frame, priority, measure, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">{measure.name}</p>
      <p className="govuk-body">{withFullStop(measure.definition)} {findingOf(showMeasure(measure, priority.measures))}</p>
      <NobodyInIt />
      <ActForm {...typed} revision={priority.revision} button="Record the figure" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <PointFields {...typed} measure={measure} questions={answer?.questions ?? []} />
      </ActForm>
    </PortalPage>
  );
}
