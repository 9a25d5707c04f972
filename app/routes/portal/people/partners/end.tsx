import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { FirstDay, PublishedReason } from "#app/components/people/partners/change-fields.tsx";
import { DependsOnSeat, WhatHappens } from "#app/components/people/partners/depends-on-seat.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { endPartnerForm } from "#app/domain/people/partners/forms.server.ts";
import { findSeatToChange } from "#app/domain/people/partners/queries.server.ts";
import { describeRule } from "#app/domain/people/proposal-words.ts";
import { refused as refusedOutcome } from "#app/domain/shared/refusals.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, refusalResponse } from "#app/http/submission.server.ts";

import { askWho } from "../confirmed-act.server.ts";
import { sendChange } from "./propose-change.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: `Propose the end of ${page?.seat.organisation ?? "a seat"}`, partnership: page?.partnership.name, hidden: true });

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "propose-partner");
  const seat = isIdentifier(params.seat) ? await findSeatToChange(member.actor, member.partnership.id, params.seat) : null;
  if (!seat) throw notFound();
  return { member, seat };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, seat } = await findPlace(request, params);
  const { partnership } = member;
  if (seat.proposalId) throw refusalResponse(refusedOutcome("proposal-open", "A change of this partner is already proposed."), { href: `/portal/${partnership.slug}/people/proposals/${seat.proposalId}`, text: "See the proposal that waits" });
  return data({ frame: partnershipFrame(member), partnership, seat, submissionKey: newSubmissionKey(), confirm: await askWho(member) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, seat } = await findPlace(request, params);
  return sendChange(request, member, endPartnerForm, context.clientAddress, (typed) => ({ ...typed, kind: "end-partner", partnershipId: member.partnership.id, seatId: seat.seatId }));
}

export default function EndPartner() {
  const { frame, partnership, seat, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const fields = { values: sent?.values, errors: sent?.errors.fields ?? {} };
  return (
    <OfficePage frame={frame} back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption={partnership.name} title={`Propose the end of ${seat.organisation} as a statutory partner`} errors={sent?.errors}>
      <p className="govuk-body">{describeRule("two-bodies", null)} {seat.organisation} may be one of the two. At least one council, one integrated care board and one police force stay.</p>
      <h2 className="govuk-heading-m">What depends on this seat</h2>
      <DependsOnSeat seat={seat} />
      <WhatHappens />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <FirstDay legend="From when?" hint="The first day without this seat, today or later, for example 1 4 2027" from="" {...fields} />
        <PublishedReason {...fields} />
        <ConfirmAgain strength={sent ? sent.confirm : confirm} errors={fields.errors} />
        <Button>Propose</Button>
      </form>
    </OfficePage>
  );
}
