import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { NotYet } from "#app/components/priorities/not-yet.tsx";
import { Words } from "#app/components/priorities/story-fields.tsx";
import { achievePriority } from "#app/domain/priorities/achieve-priority.server.ts";
import { conclusionForm } from "#app/domain/priorities/forms.server.ts";
import { whyNotAchieved } from "#app/domain/priorities/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireJudge } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

const title = "Say that the priority is achieved";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireJudge(request, params, "agreed");
  const { partnership, priority, here, judge } = member;
  return { frame: partnershipFrame(member), partnership, priority, here, refusal: whyNotAchieved(judge, priority.measures), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendAct(request, await requireJudge(request, params, "agreed"), { days: [], form: conclusionForm, command: achievePriority, said: "The priority is achieved, on the figures as they stand today." });
}

export default function AchievePriority() {
  const { frame, priority, here, refusal, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      {refusal ? (
        <NotYet refusal={refusal} measures={priority.measures} here={here} />
      ) : (
        <>
          <NobodyInIt />
          <ActForm {...typed} revision={priority.revision} button="Say that it is achieved" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
            <Words {...typed} label="What shows it, and what is different for children" hint="The figures as they stand today are kept with it" />
          </ActForm>
        </>
      )}
    </PortalPage>
  );
}
