import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AttendanceForm } from "#app/components/meetings/attendance-form.tsx";
import { NoChildDetail } from "#app/components/meetings/no-child-detail.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { findInWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { findSheet } from "#app/domain/meetings/attendance/find-sheet.server.ts";
import { addedAtOnce, readAttendance } from "#app/domain/meetings/attendance/forms.server.ts";
import { deputyWords, recordAttendance } from "#app/domain/meetings/attendance/record-attendance.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { type FormValues, rawText, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireHosted } from "./require-meeting.server.ts";

const title = "Who came";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireHosted(request, params, "attendance");
  const { actor, partnership, meeting, here } = member;
  return { frame: partnershipFrame(member), partnership, meeting, here, more: addedAtOnce, sheet: await findSheet(actor, partnership.id, meeting.id), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, meeting, here, at } = await requireHosted(request, params, "attendance");
  const values = await readForm(request);
  const { lines, agencies } = await findSheet(actor, partnership.id, meeting.id);
  const typed = {
    rows: lines.map(({ id }) => ({ id, status: rawText(values, `status-${id}`), deputy: rawText(values, `deputy-${id}`) })),
    added: Array.from({ length: addedAtOnce }, (_, nth) => ({ name: rawText(values, `added-${String(nth)}`), status: rawText(values, `addedStatus-${String(nth)}`), deputy: rawText(values, `addedDeputy-${String(nth)}`) })),
    looked: rawText(values, "looked"),
    revision: rawText(values, "revision"),
  };
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: possibleIn(values) }, { status });
  const read = readAttendance(typed, lines.map(({ id, body, kind }) => ({ id, body, needed: kind === "seat" })), agencies);
  if (!read.success) return again(fieldErrors(read.error), 422);
  const outcome = await recordAttendance(actor, { ...at, ...read.data }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, `${here}#attendance`, { type: "success", text: "Who came is recorded." });
  if (outcome.refusal === "stale") return again(oneError("Somebody else changed the list first. Open it in another tab to see how; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: here, text: "Open the meeting" });
}

function possibleIn(values: FormValues) {
  const deputies = Object.keys(values).filter((name) => /^(deputy|addedDeputy)-/.test(name)).map((name) => ({ deputyPost: rawText(values, name) }));
  return findInWords(deputyWords(deputies)).possible;
}

export default function Attendance() {
  const { frame, meeting, here, more, sheet, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">Say for each statutory partner whether somebody came. Of a deputy, give the post and never the name.</p>
      <NoChildDetail />
      <AttendanceForm {...sheet} more={more} revision={meeting.attendanceRevision} values={answer?.values} errors={answer?.errors.fields ?? {}} found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here} />
    </PortalPage>
  );
}
