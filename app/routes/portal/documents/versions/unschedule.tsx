import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { unscheduleVersion } from "#app/domain/documents/schedule/unschedule-version.server.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Take version ${String(found?.number ?? "")} off the schedule`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params, "publish");
  const { version, partnership, at } = member;
  if (!version.schedule) throw redirectTo(versionPath(at, version.number));
  return { frame: partnershipFrame(member), partnership, at, number: version.number, dueAt: version.schedule.dueAt, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, version, at } = await requireVersion(request, params, "publish");
  const submission = readSubmission(await readForm(request));
  const here = versionPath(at, version.number);
  const outcome = await unscheduleVersion(actor, { partnershipId: partnership.id, versionId: version.id }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: `See version ${String(version.number)}` });
  return redirectWithFlash(request, here, { type: "success", text: `Version ${String(outcome.value.number)} is off the schedule. It stays approved` });
}

export default function Unschedule() {
  const { frame, partnership, at, number, dueAt, submissionKey } = useLoaderData<typeof loader>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title={`Take version ${String(number)} off the schedule?`}>
      <p className="govuk-body">It is set to be published on {showMoment(dueAt)}, London time. Off the schedule, it stays approved: it can be published at any time, or scheduled again.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button>Take it off the schedule</Button>
          <a className="govuk-link" href={versionPath(at, number)}>Keep it there</a>
        </ButtonGroup>
      </form>
    </ActPage>
  );
}
