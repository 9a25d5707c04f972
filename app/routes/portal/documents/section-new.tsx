import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { backText, documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { addSection } from "#app/domain/documents/add-section.server.ts";
import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { newSectionForm } from "#app/domain/documents/forms.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, list, rawText, readForm, text } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Add a section", partnership: found?.partnership.name, hidden: true });

/** `?item=` names an item of the guidance that the new section will cover. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "edit-drafts");
  const { partnership, at } = member;
  const overview = await findOverview(member.actor, partnership.id, at.kind);
  if (!overview?.started) throw notFound();
  const asked = new URL(request.url).searchParams.get("item");
  const item = overview.coverage.find((row) => row.itemId === asked);
  return data({
    frame: partnershipFrame(member),
    partnership,
    at: member.at,
    sections: overview.sections.map(({ id, number, title }) => ({ id, number, title })),
    item: item ? { id: item.itemId, title: item.title } : null,
    submissionKey: newSubmissionKey(),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const input = newSectionForm.safeParse({ title: rawText(values, "title"), after: text(values, "after"), items: list(values, "items") });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, { status: 422 });
  const { title, items, after } = input.data;
  const place = after === "first" ? null : after;
  const outcome = await addSection(actor, { partnershipId: partnership.id, kind: at.kind, title, items, after: place }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: documentPath(at), text: backText(at) });
  return redirectWithFlash(request, sectionPath(at, outcome.value.sectionId), { type: "success", text: `“${title}” is added. Write it here.` });
}

export default function NewSection() {
  const { frame, at, sections, item, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const places = [{ value: "first", text: "At the beginning" }, ...sections.map(({ id, number, title }) => ({ value: id, text: `After ${String(number)}. ${title}` }))];
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Add a section</h1>
      <p className="govuk-body">{item ? `It will cover “${item.title}”. ` : "For something of your own that no other section holds. "}You write its text on the next page.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        {item && <input type="hidden" name="items" value={item.id} />}
        <Input name="title" label="Title" defaultValue={typedOr(answer?.values, "title", item?.title)} error={answer?.errors.fields.title} autoComplete="off" />
        <Select name="after" label="Where it stands" defaultValue={typedOr(answer?.values, "after", sections.at(-1)?.id ?? "first")} items={places} />
        <Button>Add the section</Button>
      </form>
    </PortalFrame>
  );
}
