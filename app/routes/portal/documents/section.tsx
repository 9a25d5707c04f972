import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { backText, documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { RemovedSection } from "#app/components/drafting/removed-section.tsx";
import { SectionConflictView } from "#app/components/drafting/section-conflict.tsx";
import { SectionEditor } from "#app/components/drafting/section-editor.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { findSectionComments } from "#app/domain/documents/comments/queries.server.ts";
import { sectionForm } from "#app/domain/documents/forms.server.ts";
import { saveSection } from "#app/domain/documents/save-section.server.ts";
import { findConflict } from "#app/domain/documents/section-queries.server.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, list, rawText, readForm, sent, text } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireSection } from "./require-section.server.ts";
import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: found?.section.title ?? "Section", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireSection(request, params);
  const { flash, headers: once } = readFlash(request);
  const { partnership, at, section, me } = member;
  const { comments } = await findSectionComments(member.actor, { partnershipId: partnership.id, kind: at.kind }, section.id);
  return data({ frame: partnershipFrame(member), partnership, at, section, comments, personId: me.personId, flash, submissionKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const typed = { title: rawText(values, "title"), body: rawText(values, "body"), items: list(values, "items") };
  const input = sectionForm.safeParse({ ...typed, revision: text(values, "revision"), restore: sent(values, "restore") });
  if (!input.success) return data({ typed, revision: text(values, "revision"), errors: fieldErrors(input.error) as FormErrors | null, conflict: null }, { status: 422 });

  const section = { partnershipId: partnership.id, kind: at.kind, sectionId: params.section ?? "" };
  const outcome = await saveSection(actor, { ...section, ...input.data }, readSubmission(values));
  if (!outcome.ok) {
    if (outcome.refusal !== "stale" && outcome.refusal !== "section-removed") throw refusalResponse(outcome);
    const conflict = await findConflict(actor, section, input.data);
    if (!conflict) throw notFound();
    return data({ typed, revision: "", errors: null, conflict }, { status: 409 });
  }
  const saved = outcome.value.changed ? `“${input.data.title}” is saved.` : "Nothing had changed since the last save.";
  const page = text(values, "next") === "preview" ? "preview" : "";
  return redirectWithFlash(request, sectionPath(at, section.sectionId, page), { type: "success", text: saved });
}

export default function Section() {
  const { frame, at, section, comments, personId, flash, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const href = sectionPath(at, section.id);
  const backHref = documentPath(at);
  return (
    <PortalFrame {...frame} current={at.kind} flash={answer ? null : flash} before={<BackLink href={backHref} text={backText(at)} />}>
      {answer?.conflict ? (
        <SectionConflictView conflict={answer.conflict} mine={answer.typed} href={href} backHref={backHref} submissionKey={submissionKey} />
      ) : section.removed && !answer ? (
        <RemovedSection section={section} restoreHref={sectionPath(at, section.id, "restore")} submissionKey={submissionKey} />
      ) : (
        <SectionEditor
          section={section}
          comments={comments}
          at={at}
          typed={answer?.typed ?? section}
          revision={answer?.revision ?? String(section.revision)}
          errors={answer?.errors ?? null}
          submissionKey={submissionKey}
          personId={personId}
        />
      )}
    </PortalFrame>
  );
}
