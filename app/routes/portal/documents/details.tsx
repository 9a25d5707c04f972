import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { DetailsForm } from "#app/components/drafting/details-form.tsx";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { findDetails } from "#app/domain/documents/draft-queries.server.ts";
import { detailsForm } from "#app/domain/documents/forms.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { saveDetails } from "#app/domain/documents/save-details.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { dateParts, fieldErrors, type FormErrors, rawText, readForm, text } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Details of ${documentWords(found?.at.kind ?? "arrangements").the}`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "edit-drafts");
  const { partnership, at } = member;
  const stored = await findDetails(member.actor, partnership.id, at.kind);
  if (!stored) throw notFound();
  return data({ frame: partnershipFrame(member), partnership, at: member.at, stored, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const input = detailsForm(at.kind).safeParse({
    title: rawText(values, "title"),
    inForceFrom: dateParts(values, "inForceFrom"),
    nextReviewOn: dateParts(values, "nextReviewOn"),
    changeNote: rawText(values, "changeNote"),
    stamp: text(values, "stamp"),
  });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) as FormErrors | null, stale: false }, { status: 422 });
  const { stamp, ...details } = input.data;
  const outcome = await saveDetails(actor, { partnershipId: partnership.id, kind: at.kind, stamp, details }, readSubmission(values));
  if (!outcome.ok && outcome.refusal === "stale") return data({ values, errors: null, stale: true }, { status: 409 });
  if (!outcome.ok) throw refusalResponse(outcome);
  return redirectWithFlash(request, documentPath(at), { type: "success", text: outcome.value.changed ? "The details are saved." : "Nothing had changed since the last save." });
}

export default function Details() {
  const { frame, at, stored, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <DetailsForm kind={at.kind} stored={stored} values={answer?.values} errors={answer?.errors ?? null} stale={answer?.stale ?? false} submissionKey={submissionKey} />
    </PortalFrame>
  );
}
