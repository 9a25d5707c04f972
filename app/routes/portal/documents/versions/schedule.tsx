import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { PublishSummary } from "#app/components/versions/publish-summary.tsx";
import { ScheduleForm } from "#app/components/versions/schedule-form.tsx";
import { scheduleForm } from "#app/domain/documents/schedule/forms.server.ts";
import { timeInLondon } from "#app/domain/documents/schedule/london-time.ts";
import { clockNow } from "#app/domain/documents/schedule/queries.server.ts";
import { scheduleVersion } from "#app/domain/documents/schedule/schedule-version.server.ts";
import { dayInLondon, showMoment } from "#app/domain/shared/dates.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { dateParts, fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireApproved } from "./require-approved.server.ts";
import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Schedule version ${String(found?.version.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params, "publish");
  const { version, partnership, at } = member;
  requireApproved(member);
  await requireConfirmed(request, member.me);
  const dueAt = version.schedule?.dueAt ?? null;
  const stored = { date: dueAt && dayInLondon(dueAt), time: dueAt ? timeInLondon(dueAt) : "9:00am" };
  return { frame: partnershipFrame(member), partnership, at, version, stored, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, version, at } = await requireVersion(request, params, "publish");
  const values = await readForm(request);
  const form = scheduleForm(await clockNow(actor)).safeParse({ date: dateParts(values, "date"), time: rawText(values, "time") });
  if (!form.success) return data({ values, errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await scheduleVersion(actor, { partnershipId: partnership.id, versionId: version.id, ...form.data }, readSubmission(values));
  const here = versionPath(at, version.number);
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: `See version ${String(version.number)}` });
  const when = showMoment(form.data.dueAt);
  return redirectWithFlash(request, here, { type: "success", text: `Version ${String(outcome.value.number)} ${outcome.value.moved ? "now publishes" : "publishes"} itself on ${when}` });
}

export default function Schedule() {
  const { frame, partnership, at, version, stored, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = version.schedule ? `Move the publication of version ${String(version.number)}` : `Publish version ${String(version.number)} at a set time`;
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={version.number} title={title} errors={answer?.errors.summary}>
      <p className="govuk-body">It publishes itself at that time. Anybody can then read it, without an account. Until then it can be moved, published at once, or taken off the schedule; freezing a newer version takes it off too.</p>
      <PublishSummary at={at} version={version} />
      <ScheduleForm version={version} stored={stored} values={answer?.values} errors={answer?.errors.fields} submissionKey={submissionKey} cancelHref={versionPath(at, version.number)} />
    </ActPage>
  );
}
