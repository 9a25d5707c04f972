import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { AllTexts, MinutesForm } from "#app/components/meetings/minutes-form.tsx";
import { NoChildDetail } from "#app/components/meetings/no-child-detail.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { compareTexts } from "#app/domain/documents/compare-texts.server.ts";
import { minutesForm } from "#app/domain/meetings/forms.server.ts";
import { saveMinutes } from "#app/domain/meetings/minutes/save-minutes.server.ts";
import { listMinutesTexts } from "#app/domain/meetings/queries.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireItem } from "../agenda/require-item.server.ts";
import { possibleIn } from "../send-form.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Minutes: ${page.item.title}` : "Minutes", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireItem(request, params, "minutes");
  const { actor, partnership, meeting, item, here } = member;
  const { standing, beside } = item.minutes;
  const newest = beside.at(-1);
  const differences = standing && newest ? compareTexts(standing.body, newest.body) : [];
  return { frame: partnershipFrame(member), partnership, meeting, item, here, differences, texts: await listMinutesTexts(actor, item.id), submissionKey: newSubmissionKey(), keepKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, item, here } = await requireItem(request, params, "minutes");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: possibleIn(values) }, { status });
  const form = minutesForm.safeParse(toObject(values));
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { minutes: body, ...input } = form.data;
  const outcome = await saveMinutes(actor, { ...at, itemId: item.id, body, ...input }, readSubmission(values));
  // A text that is kept beside another is no refusal: the page then shows both.
  if (outcome.ok && !outcome.value.stands) throw redirectTo(`${here}/agenda/${item.id}/minutes`);
  if (outcome.ok) return redirectWithFlash(request, `${here}#item-${item.id}`, { type: "success", text: `The minutes of “${item.title}” are saved.` });
  if (outcome.refusal === "nothing-to-change") return again(oneError("Nothing would change: the minutes say this already", "minutes"), 409);
  throw refusalResponse(outcome, { href: here, text: "Open the meeting" });
}

export default function Minutes() {
  const { frame, meeting, item, here, differences, texts, submissionKey, keepKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { minutes } = item;
  const both = minutes.beside.length > 0;
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={both ? `Two texts of the minutes of “${item.title}”` : `Minutes of “${item.title}”`} errors={answer?.errors} wide={both}>
      {both && !answer && (
        <ErrorSummary
          titleText="Somebody else saved these minutes while you, or another, were writing"
          errors={[{ text: "Both texts are kept, and nothing is lost." }, { href: "#minutes", text: "Bring them together and save, or leave the minutes as they are" }]}
        />
      )}
      <NoChildDetail />
      <MinutesForm minutes={minutes} differences={differences} values={answer?.values} errors={answer?.errors.fields ?? {}} found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here} />
      {both && (
        <form method="post" action={`${here}/agenda/${item.id}/minutes/keep`}>
          <SubmissionKey value={keepKey} />
          <input type="hidden" name="seen" value={minutes.texts} />
          <Button variant="secondary">Leave the minutes as they are</Button>
        </form>
      )}
      <AllTexts texts={texts} />
    </PortalPage>
  );
}
