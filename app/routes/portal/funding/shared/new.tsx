import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { DivisionCheck } from "#app/components/funding/shared/division-check.tsx";
import { sharedPath } from "#app/components/funding/shared/paths.ts";
import { SharedForm } from "#app/components/funding/shared/shared-form.tsx";
import { listPartnershipChoices } from "#app/domain/funding/shared/queries.server.ts";
import { recordShared } from "#app/domain/funding/shared/record-shared.server.ts";
import { yearsAround } from "#app/domain/funding/shared/rules.ts";
import { yearOf } from "#app/domain/shared/financial-year.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readSharedForm } from "./read-shared-form.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-funding");
  const { choices, today } = await listPartnershipChoices(member.actor);
  return { frame: partnershipFrame(member), partnership: member.partnership, choices, years: yearsAround(today), thisYear: yearOf(today), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const { choices } = await listPartnershipChoices(actor);
  const read = readSharedForm(values, choices, null);
  if ("show" in read) return data(read.show, { status: read.status });
  const outcome = await recordShared(actor, { partnershipId: partnership.id, sharedId: null, revision: 0, shared: read.input }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: sharedPath(partnership.slug), text: "See what is entered already" });
  return redirectWithFlash(request, sharedPath(partnership.slug, outcome.value.sharedId), { type: "success", text: "The shares are offered. Each partnership answers for itself." });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Enter an amount for several partnerships", partnership: page?.partnership.name, hidden: true });

export default function NewShared() {
  const { frame, partnership, choices, years, thisYear, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const division = answer?.division ?? null;
  const back = { href: sharedPath(partnership.slug), text: "Back to one payer for several partnerships" };
  return (
    <FundingPage wide={division !== null} frame={frame} back={back} caption={partnership.name} title={division ? "Check the shares before you offer them" : "Enter an amount for several partnerships"} errors={answer?.errors ?? undefined}>
      {answer && division ? (
        <DivisionCheck {...division} typed={answer.values} submissionKey={submissionKey} />
      ) : (
        <SharedForm typed={answer?.values ?? { year: [thisYear] }} errors={answer?.errors?.fields ?? {}} years={years} choices={choices} submissionKey={submissionKey} cancelHref={back.href} />
      )}
    </FundingPage>
  );
}
