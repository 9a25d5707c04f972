import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { DivisionCheck } from "#app/components/funding/shared/division-check.tsx";
import { PartsTable } from "#app/components/funding/shared/parts-table.tsx";
import { SharedForm } from "#app/components/funding/shared/shared-form.tsx";
import { SharedSummary } from "#app/components/funding/shared/shared-summary.tsx";
import { listPartnershipChoices } from "#app/domain/funding/shared/queries.server.ts";
import { recordShared } from "#app/domain/funding/shared/record-shared.server.ts";
import { isOpen } from "#app/domain/funding/shared/rules.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { rawText } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readSharedForm, type SharedAnswer, storedValues } from "./read-shared-form.server.ts";
import { readRevision, requireHosted } from "./require-shared.server.ts";

const overtaken = "Somebody else changed this first. What is offered now is above the form. Change yours if needed, then send it again.";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireHosted(request, params, "edit-funding");
  const { actor, partnership, shared, here } = member;
  if (shared.withdrawnAt) throw redirectTo(here);
  if (!isOpen(shared)) throw refusalResponse(refused("part-accepted"), { href: here, text: "See what was answered" });
  const { choices } = await listPartnershipChoices(actor);
  return { frame: partnershipFrame(member), partnership, shared, choices, here, stored: storedValues(shared), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, shared, here } = await requireHosted(request, params, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const revision = readRevision(values);
  const { choices } = await listPartnershipChoices(actor);
  const read = readSharedForm(values, choices, { year: shared.year });
  if ("show" in read) return data<SharedAnswer>(read.show, { status: read.status });
  const outcome = await recordShared(actor, { partnershipId: partnership.id, sharedId: shared.id, revision, shared: read.input }, submission);
  if (!outcome.ok && outcome.refusal === "stale" && !shared.withdrawnAt) return data<SharedAnswer>({ values, errors: oneError(overtaken), division: null, stale: true }, { status: 409 });
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "See what was answered" });
  return redirectWithFlash(request, here, { type: "success", text: "The shares are offered as they are now. Each partnership answers anew." });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Change an amount for several partnerships", partnership: page?.partnership.name, hidden: true });

export default function ChangeShared() {
  const { frame, partnership, shared, choices, here, stored, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const division = answer?.division ?? null;
  // Whoever was told what is offered now goes on from there.
  const revision = answer && !answer.stale ? rawText(answer.values, "revision") : String(shared.revision);
  return (
    <FundingPage wide={division !== null || answer?.stale === true} frame={frame} back={{ href: here, text: "Back to the shares" }} caption={partnership.name} title={division ? "Check the shares before you offer them" : "Change an amount for several partnerships"} errors={answer?.errors ?? undefined}>
      {answer?.stale && (
        <>
          <h2 className="govuk-heading-m">What is offered now</h2>
          <SharedSummary shared={shared} />
          <PartsTable caption="The shares now" method={shared.method} childrenShare={shared.childrenShare} parts={shared.parts} />
        </>
      )}
      {answer && division ? (
        <DivisionCheck {...division} typed={answer.values} submissionKey={submissionKey} />
      ) : (
        <>
          <p className="govuk-body">Nobody has accepted a share yet, so it can be changed. Every share is then offered anew, to those who declined, too. It is for {showYear(shared.year)}: for another year, withdraw it and enter it again.</p>
          <SharedForm typed={answer?.values ?? stored} errors={answer?.errors?.fields ?? {}} years={[]} choices={choices} revision={revision} submissionKey={submissionKey} cancelHref={here} />
        </>
      )}
    </FundingPage>
  );
}
