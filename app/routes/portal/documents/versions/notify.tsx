import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Label } from "#app/components/govuk/label.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { NotificationForm } from "#app/components/versions/notification-form.tsx";
import { publicVersionPath, versionPath } from "#app/components/versions/paths.ts";
import { notificationForm } from "#app/domain/documents/government/forms.server.ts";
import { notificationText } from "#app/domain/documents/government/notification.ts";
import { recordNotification } from "#app/domain/documents/government/record-notification.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refused, refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { dateParts, fieldErrors, oneError, partsOfDate, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Tell the Secretary of State", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params, "publish");
  const { version, at, partnership } = member;
  const next = { href: versionPath(at, version.number), text: `See version ${String(version.number)}` };
  if (!version.publishedAt || !documentWords(at.kind).tellsGovernment) throw refusalResponse(refused("version-not-in-that-state", "The Secretary of State is told of arrangements once they are published."), next);
  const letter = notificationText({
    ...version,
    partnership: partnership.name,
    signedBy: version.seats.map((seat) => seat.organisation),
    address: new URL(publicVersionPath(at, version.number), request.url).href,
  });
  return { frame: partnershipFrame(member), partnership, at, number: version.number, publishedAt: version.publishedAt, letter, told: version.toldGovernment, recorded: version.toldGovernment && partsOfDate(version.toldGovernment.on), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, partnership, version } = await requireVersion(request, params, "publish");
  const values = await readForm(request);
  const form = notificationForm.safeParse({ notifiedOn: dateParts(values, "notifiedOn") });
  if (!form.success) return data({ values, errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await recordNotification(actor, { partnershipId: partnership.id, versionId: version.id, ...form.data }, readSubmission(values));
  const here = versionPath(at, version.number);
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: `It is recorded that the Secretary of State was told on ${showDate(form.data.notifiedOn)}` });
  if (outcome.refusal !== "impossible-dates") throw refusalResponse(outcome, { href: here, text: `See version ${String(version.number)}` });
  return data({ values, errors: oneError(outcome.detail ?? refusals["impossible-dates"].text, "notifiedOn") }, { status: 422 });
}

export default function Notify() {
  const { frame, partnership, at, number, publishedAt, letter, told, recorded, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title="Tell the Secretary of State" errors={answer?.errors.summary}>
      <p className="govuk-body">Version {number} of {documentWords(at.kind).the} was published on {showDate(publishedAt)}. The Secretary of State for Education is told each time. The portal sends nothing: copy this text, send it as you usually do, and record the day.</p>
      {told && <p className="govuk-body">Recorded as told on {showDate(told.on)}{told.recordedBy && ` by ${told.recordedBy}`}.</p>}
      {/* Without a name and outside the form, so that it is not sent back. */}
      <div className="govuk-form-group">
        <Label htmlFor="letter" size="m">Text to copy</Label>
        <textarea className="govuk-textarea" id="letter" rows={16} readOnly defaultValue={letter} />
      </div>
      <NotificationForm recorded={recorded} values={answer?.values} error={answer?.errors.fields.notifiedOn} cancelHref={versionPath(at, number)} submissionKey={submissionKey} />
    </ActPage>
  );
}
