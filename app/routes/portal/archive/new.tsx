import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { EntryForm } from "#app/components/archive/entry-form.tsx";
import { archivePath } from "#app/components/archive/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { addArchiveEntry } from "#app/domain/archive/add-entry.server.ts";
import { archiveEntryForm } from "#app/domain/archive/forms.server.ts";
import { readArchiveKind } from "#app/domain/archive/vocabulary.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, joinErrors } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { entryErrors, fileErrors, noErrors, refusedEntry } from "./entry-errors.server.ts";
import { readEntry } from "./read-entry.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Add an earlier document", partnership: found?.partnership.name, hidden: true });

const back = (slug: string) => ({ href: archivePath(slug), text: "Back to earlier documents" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-drafts");
  const kind = readArchiveKind(new URL(request.url).searchParams.get("kind"));
  return { frame: partnershipFrame(member), partnership: member.partnership, kind, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-drafts");
  const sent = await readEntry(request);
  const form = archiveEntryForm.safeParse(sent.typed);
  if (!form.success || sent.fileProblems.length > 0) return entryErrors(sent.values, joinErrors(form.success ? noErrors : fieldErrors(form.error), fileErrors(sent.fileProblems)));
  const outcome = await addArchiveEntry(actor, { partnershipId: partnership.id, details: form.data, file: sent.file, looked: sent.looked }, sent.submission());
  if (!outcome.ok) return refusedEntry(outcome, sent.values, back(partnership.slug));
  return redirectWithFlash(request, archivePath(partnership.slug), { type: "success", text: `“${form.data.title}” is on the public list.` });
}

export default function NewEntry() {
  const { frame, partnership, kind, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { href, text } = back(partnership.slug);
  return (
    <PortalFrame {...frame} before={<BackLink href={href} text={text} />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Add an earlier document</h1>
      <p className="govuk-body">Something that was published before, on another site or on paper. It is public as soon as you add it.</p>
      <EntryForm
        stored={kind ? { kind } : {}}
        fileNow={null}
        values={answer?.values}
        errors={answer?.errors ?? null}
        toLookAt={answer?.toLookAt ?? false}
        button="Add it to the public list"
        cancelHref={href}
        submissionKey={submissionKey}
      />
    </PortalFrame>
  );
}
