import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { archiveRemovalForm } from "#app/domain/archive/forms.server.ts";
import { removeArchiveEntry } from "#app/domain/archive/remove-entry.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireRemovableEntry, shownEntry } from "./require-entry.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Take an earlier document off the list", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireRemovableEntry(request, params);
  const { frame, partnership, back } = member;
  const { title, file } = shownEntry(member);
  return { frame, partnership, title, hasFile: file !== null, back, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, entryId, back } = await requireRemovableEntry(request, params);
  const values = await readForm(request);
  const form = archiveRemovalForm.safeParse({ reason: rawText(values, "reason") });
  if (!form.success) return data({ typed: rawText(values, "reason"), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await removeArchiveEntry(actor, { partnershipId: partnership.id, entryId, ...form.data }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: "The entry is off the public list. Nobody can read it." });
}

export default function RemoveEntry() {
  const { frame, title, hasFile, back, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} before={<BackLink {...back} />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Take an earlier document off the list</h1>
      <ul className="govuk-list govuk-list--bullet">
        <li>Its title{hasFile ? ", its web address and its PDF" : " and its web address"} disappear from the public site straight away, with everything the entry said before.</li>
        <li>The public list says that an entry was taken off, on which day, and your reason.</li>
        <li>It cannot be put back. Add the document again if it should be listed after all.</li>
        <li>To erase what is stored as well, propose it afterwards: a second person must confirm.</li>
      </ul>
      <ReasonForm
        submissionKey={submissionKey}
        label="The reason the public will read"
        hint="Identify nobody. For example: “It was added twice.”"
        error={answer?.errors.fields.reason}
        typed={answer?.typed ?? ""}
        button="Take it off the list now"
        warning
        cancelHref={back.href}
      />
    </PortalFrame>
  );
}
