import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { removeLine } from "#app/domain/funding/change-lines.server.ts";
import { lineRemovalForm } from "#app/domain/funding/forms.server.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readLineToEdit } from "./read-line.server.ts";
import { requireList } from "./require-year.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Remove a line", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireList(request, params, "edit-funding");
  const { partnership, year, list } = member;
  const { edited } = await readLineToEdit(member, params.line ?? "");
  const name = edited.list === "contributions" ? edited.line?.contributor : edited.line?.description;
  return { frame: partnershipFrame(member), partnership, year, list, line: { id: edited.line?.id ?? "", revision: edited.line?.revision ?? 0, name: name ?? "" }, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, year, list } = await requireList(request, params, "edit-funding");
  const values = await readForm(request);
  const form = lineRemovalForm.safeParse(toObject(values));
  if (!form.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const outcome = await removeLine(actor, { partnershipId: partnership.id, year, list, lineId: params.line ?? "", revision: form.data.revision }, readSubmission(values));
  const path = fundingPath(partnership.slug, year);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the year" });
  return redirectWithFlash(request, path, { type: "success", text: "The line is removed." });
}

export default function RemoveLine() {
  const { frame, partnership, year, list, line, submissionKey } = useLoaderData<typeof loader>();
  const path = fundingPath(partnership.slug, year, `${list}/${line.id}`);
  return (
    <FundingPage frame={frame} back={{ href: path, text: "Back to the line" }} caption={`Funding, ${showYear(year)}`} title={`Remove “${line.name}”?`}>
      <p className="govuk-body">It is then in no figure and no budget that is frozen from now on. The activity log keeps that it was there.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={line.revision} />
        <ButtonGroup>
          <Button variant="warning">Remove the line</Button>
          <a className="govuk-link" href={path}>Keep it</a>
        </ButtonGroup>
      </form>
    </FundingPage>
  );
}
