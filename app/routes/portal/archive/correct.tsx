import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { EntryForm } from "#app/components/archive/entry-form.tsx";
import { EntrySummary } from "#app/components/archive/entry-summary.tsx";
import { archivePath } from "#app/components/archive/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { correctArchiveEntry } from "#app/domain/archive/correct-entry.server.ts";
import { archiveCorrectionForm } from "#app/domain/archive/forms.server.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { rawText } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, joinErrors } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { entryErrors, fileErrors, noErrors, refusedEntry } from "./entry-errors.server.ts";
import { readEntry } from "./read-entry.server.ts";
import { requireEntry, shownEntry } from "./require-entry.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Correct an earlier document", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEntry(request, params);
  const { frame, partnership, back } = member;
  return { frame, partnership, entry: shownEntry(member), back, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, entryId, back } = await requireEntry(request, params);
  const sent = await readEntry(request);
  const form = archiveCorrectionForm.safeParse(sent.typed);
  if (!form.success || sent.fileProblems.length > 0) return entryErrors(sent.values, joinErrors(form.success ? noErrors : fieldErrors(form.error), fileErrors(sent.fileProblems)));
  const { reason, revision, ...details } = form.data;
  const input = { partnershipId: partnership.id, entryId, revision, details, reason, file: sent.file, looked: sent.looked };
  const outcome = await correctArchiveEntry(actor, input, sent.submission());
  if (!outcome.ok) return refusedEntry(outcome, sent.values, back);
  return redirectWithFlash(request, back.href, { type: "success", text: `The entry of “${details.title}” is corrected.` });
}

export default function CorrectEntry() {
  const { frame, partnership, entry, back, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // Whoever was told what it says now goes on from there.
  const revision = answer && !answer.stale ? rawText(answer.values, "revision") : String(entry.revision);
  return (
    <PortalFrame {...frame} before={<BackLink {...back} />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <span className="govuk-caption-l">{entry.title}</span>
      <h1 className="govuk-heading-l">Correct an earlier document</h1>
      {answer?.stale && <h2 className="govuk-heading-m">What it says now</h2>}
      {answer?.stale && <EntrySummary entry={entry} />}
      {answer?.stale && <h2 className="govuk-heading-m">Your correction</h2>}
      <p className="govuk-body">The public list shows the corrected entry, what it said before, the date, your office and your reason. If somebody could be identified, <a className="govuk-link" href={archivePath(partnership.slug, `${entry.entryId}/remove`)}>take the entry off the list</a> instead: that hides what it said, too.</p>
      <EntryForm
        stored={entry}
        fileNow={entry.file && showExtent(entry.file)}
        values={answer?.values}
        errors={answer?.errors ?? null}
        toLookAt={answer?.toLookAt ?? false}
        button="Correct the entry"
        cancelHref={back.href}
        submissionKey={submissionKey}
      >
        <input type="hidden" name="revision" value={revision} />
        <Input name="reason" label="The reason the public will read" labelSize="s" hint="For example, “The period was wrong.”" defaultValue={rawText(answer?.values, "reason")} error={answer?.errors.fields.reason} autoComplete="off" />
      </EntryForm>
    </PortalFrame>
  );
}
