import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FreezeForm } from "#app/components/drafting/freeze-form.tsx";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { freezeForm, readReasons, reasonField } from "#app/domain/documents/forms.server.ts";
import { findFreeze } from "#app/domain/documents/freeze-queries.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { type FormErrors, oneError, rawText, readForm, toObject } from "#app/http/parse-form.server.ts";
import { notFound, privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Freeze version ${String(found?.view.number ?? "")}`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "freeze");
  const { partnership, at } = member;
  const view = await findFreeze(member.actor, partnership.id, at.kind);
  if (!view) throw notFound();
  const warnings = view.readiness.warnings.map((line) => ({ line, field: reasonField(line.code) }));
  return data({ frame: partnershipFrame(member), partnership, at: member.at, view, warnings, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "freeze");
  const values = await readForm(request);
  const input = freezeForm.safeParse(toObject(values));
  if (!input.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const draft = await findOverview(actor, partnership.id, at.kind);
  if (!draft?.started) throw notFound();
  const again = (errors: FormErrors, status: number) => data({ values, errors }, { status });

  const { reasons, errors } = readReasons(draft.readiness.warnings, (field) => rawText(values, field));
  if (draft.revision === input.data.revision && draft.readiness.errors.length === 0 && errors.length > 0) {
    return again({ summary: errors.map(({ field, message }) => ({ href: `#${field}`, text: message })), fields: Object.fromEntries(errors.map(({ field, message }) => [field, message])) }, 422);
  }
  const outcome = await freezeVersion(actor, { partnershipId: partnership.id, kind: at.kind, revision: input.data.revision, reasons }, readSubmission(values));
  if (outcome.ok) {
    const { number } = outcome.value;
    return redirectWithFlash(request, versionPath(at, number), { type: "success", text: `Version ${String(number)} is frozen and awaits signatures.` });
  }
  if (outcome.refusal === "not-ready") return again(oneError("This draft is not ready to be frozen. What is missing is listed below."), 409);
  if (outcome.refusal === "stale") return again(oneError("The draft was changed since you opened this page. Look at what is below now, then freeze."), 409);
  throw refusalResponse(outcome, { href: documentPath(at), text: backText(at) });
}

export default function Freeze() {
  const { frame, at, view, warnings, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <FreezeForm at={at} view={view} warnings={warnings} values={answer?.values} errors={answer?.errors ?? null} submissionKey={submissionKey} />
    </PortalFrame>
  );
}
