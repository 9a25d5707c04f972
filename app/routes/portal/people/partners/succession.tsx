import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { FirstDay, PublishedReason } from "#app/components/people/partners/change-fields.tsx";
import { DependsOnSeat, WhatHappens } from "#app/components/people/partners/depends-on-seat.tsx";
import { WhoGoesOn } from "#app/components/people/partners/who-goes-on.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { succeedPartnerForm } from "#app/domain/people/partners/forms.server.ts";
import { findSuccessionView } from "#app/domain/people/partners/queries.server.ts";
import { describeRule } from "#app/domain/people/proposal-words.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refused as refusedOutcome } from "#app/domain/shared/refusals.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, refusalResponse } from "#app/http/submission.server.ts";

import { askWho } from "../confirmed-act.server.ts";
import { sendChange } from "./propose-change.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: `Succession of ${page?.view.organisation ?? "a seat"}`, partnership: page?.partnership.name, hidden: true });

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "propose-partner");
  const view = isIdentifier(params.seat) ? await findSuccessionView(member.actor, member.partnership.id, params.seat) : null;
  if (!view?.successor || !params.seat) throw notFound();
  return { member, view: { ...view, successor: view.successor }, seatId: params.seat };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, view } = await findPlace(request, params);
  const { partnership } = member;
  const open = view.seats.find((seat) => seat.proposalId)?.proposalId;
  if (open) throw refusalResponse(refusedOutcome("proposal-open", "A change of this partner is already proposed."), { href: `/portal/${partnership.slug}/people/proposals/${open}`, text: "See the proposal that waits" });
  return data({ frame: partnershipFrame(member), partnership, view, submissionKey: newSubmissionKey(), confirm: await askWho(member) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, seatId } = await findPlace(request, params);
  return sendChange(request, member, succeedPartnerForm, context.clientAddress, (typed) => ({ ...typed, kind: "succeed-partner", partnershipId: member.partnership.id, seatId }));
}

export default function Succession() {
  const { frame, partnership, view, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const fields = { values: sent?.values, errors: sent?.errors.fields ?? {} };
  const { organisation, successor, lastDay, seats, mergesInto, today } = view;
  return (
    <OfficePage frame={frame} back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption={partnership.name} title={`Succession of ${organisation}`} errors={sent?.errors}>
      <p className="govuk-body-l">{organisation} {lastDay < today ? "ended" : "ends"} on {showDate(lastDay)}. Its successor is {successor}.</p>
      <p className="govuk-body">{describeRule("two-bodies", null)} Then the seat ends and the successor’s begins, on the day you name, in one step.</p>
      {seats.length > 1 && <p className="govuk-body">{successor} follows {new Intl.ListFormat("en-GB").format(seats.map((seat) => seat.organisation))}. Those that have ended by that day become one seat.</p>}
      {mergesInto && <p className="govuk-body">{mergesInto.organisation} has a seat here already{mergesInto.lead ? `, led by ${mergesInto.lead}` : ", without a lead today"}. It takes {organisation} in: its own lead and delegate go on, and those of {organisation} leave.</p>}
      <h2 className="govuk-heading-m">What depends on it</h2>
      {seats.map((seat) => <DependsOnSeat key={seat.seatId} seat={seat} />)}
      <h2 className="govuk-heading-m">What happens</h2>
      <WhatHappens />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <FirstDay legend="From when?" hint="The first day of the successor’s seat. It may be in the past, but not before the day after this seat last signed" from={view.from} {...fields} />
        <WhoGoesOn view={view} {...fields} />
        <PublishedReason {...fields} />
        <ConfirmAgain strength={sent ? sent.confirm : confirm} errors={fields.errors} />
        <Button>Propose the succession</Button>
      </form>
    </OfficePage>
  );
}
