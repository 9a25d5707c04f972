import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { type MemberOf, requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import { fundingTakedownForm } from "#app/domain/funding/forms.server.ts";
import { takeDownFunding } from "#app/domain/funding/take-down-funding.server.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { type FinancialYear, readFinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Take published funding down", partnership: page?.partnership.name, hidden: true });

/** A member, or an administrator of the installation, who sees none of it. */
async function requireRemover(request: Request, params: Readonly<Record<string, string | undefined>>): Promise<MemberOf & { year: FinancialYear; frame: ReturnType<typeof personFrame>; back: { href: string; text: string } }> {
  const year = readFinancialYear(params.year);
  if (!year) throw notFound();
  const member = await requireMemberOrAdministrator(request, params.partnership, "take-down");
  const { me, partnership } = member;
  const inside = me.holds.some((holding) => holding.partnershipId === partnership.id);
  const back = inside ? { href: fundingPath(partnership.slug, year), text: `Back to ${showYear(year)}` } : { href: `/admin/partnerships/${partnership.slug}`, text: `Back to ${partnership.name}` };
  return { ...member, year, frame: inside ? partnershipFrame(member) : personFrame(member), back };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { frame, partnership, year, back } = await requireRemover(request, params);
  return { frame, partnership, year, back, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, year, back } = await requireRemover(request, params);
  const values = await readForm(request);
  const form = fundingTakedownForm.safeParse({ reason: rawText(values, "reason") });
  if (!form.success) return data({ typed: rawText(values, "reason"), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await takeDownFunding(actor, { partnershipId: partnership.id, year, ...form.data }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: `The published funding of ${showYear(year)} is taken down. Nobody can read it.` });
}

export default function TakeDown() {
  const { frame, partnership, year, back, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const budget = pathTo.versions({ slug: partnership.slug, kind: budgetKind(year) });
  return (
    <FundingPage frame={frame} back={back} caption={`Funding, ${showYear(year)}`} title="Take what is published down for safety" errors={answer?.errors}>
      <ul className="govuk-list govuk-list--bullet">
        <li>Everything published of this year’s funding disappears from the public site straight away: notes, reasons, figures and files.</li>
        <li>The page then says that it was taken down, when, and your reason.</li>
        <li>The <a className="govuk-link" href={budget}>signed budget</a> itself stays. If it is the budget that identifies somebody, take that version down: its figures go with it.</li>
        <li>Put the note or reason right, and publish a change or the outturn: what is published from then on stands.</li>
      </ul>
      <ReasonForm submissionKey={submissionKey} label="The reason the public will read" hint="Identify nobody. For example: “A note named a member of staff.”" error={answer?.errors.fields["reason"]} typed={answer?.typed ?? ""} button="Take it down now" warning cancelHref={back.href} />
    </FundingPage>
  );
}
