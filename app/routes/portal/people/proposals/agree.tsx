import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Panel } from "#app/components/govuk/panel.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { ProposalFacts } from "#app/components/people/proposal-facts.tsx";
import { SetUpLink } from "#app/components/people/set-up-link.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { agreeProposal } from "#app/domain/people/agree-proposal.server.ts";
import { findProposal } from "#app/domain/people/proposal-queries.server.ts";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { refusals, refused as refusedOutcome } from "#app/domain/shared/refusals.ts";
import { env } from "#app/env.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { actConfirmed, askWho } from "../confirmed-act.server.ts";
import { requireProposal } from "./require-proposal.server.ts";

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireProposal(request, params, "agree");
  const seat = member.proposal.seats.find((each) => each.seatId === params.seat);
  if (!seat) throw notFound();
  return { member, seat, next: { href: member.here, text: "See the proposal" } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, seat, next } = await findPlace(request, params);
  const { proposal, here } = member;
  // After the form was sent this runs again, for the page that says what it did: then there is nothing left to agree to.
  const refusal = proposal.status !== "open" ? ("proposal-closed" as const) : seat.agreed ? ("already-agreed" as const) : seat.mine ? null : ("not-your-seat" as const);
  if (refusal === "not-your-seat") throw refusalResponse(refusedOutcome(refusal), next);
  const page = { frame: partnershipFrame(member), partnership: member.partnership, proposal, here, organisation: seat.organisation, refusal, submissionKey: newSubmissionKey(), confirm: await askWho(member) };
  return data(page, { status: refusal ? 409 : 200 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, seat, next } = await findPlace(request, params);
  const values = await readForm(request);
  const submission = readSubmission(values);
  const acting = await actConfirmed(member, values, context.clientAddress);
  if (!acting.ok) return data({ kind: "again" as const, errors: acting.errors }, { status: acting.status });
  const { proposal, here, partnership } = member;
  const outcome = await agreeProposal(acting.actor, { partnershipId: partnership.id, proposalId: proposal.id, seatId: seat.seatId }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, next, acting.headers);
  const { state, why, invitationPath } = outcome.value;
  if (state === "carried-out" && !(await findProposal(acting.actor, partnership.id, proposal.id))) {
    return redirectWithFlash(request, "/portal", { type: "success", text: `Everybody has agreed. ${proposal.name ?? "Your successor"} holds your seat from today, and you hold it no longer.` }, acting.headers);
  }
  if (state === "carried-out" && invitationPath) {
    return data({ kind: "appointed" as const, invitationUrl: new URL(invitationPath, env().ORIGIN).href }, { headers: acting.headers });
  }
  const said = {
    open: { type: "success" as const, text: `You agreed for ${seat.organisation}. Others must agree before it is carried out.` },
    "carried-out": { type: "success" as const, text: `You agreed for ${seat.organisation}. Everybody has agreed, and it is done.` },
    lapsed: { text: `It could not be carried out any more, so the proposal lapsed. ${why ?? ""}` },
  }[state];
  return redirectWithFlash(request, here, said, acting.headers);
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: `Agree for ${page?.organisation ?? "your seat"}`, partnership: page?.partnership.name, hidden: true });

export default function Agree() {
  const { frame, proposal, here, organisation, refusal, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = { href: here, text: "Back to the proposal" };
  if (sent?.kind === "appointed") {
    return (
      <OfficePage frame={frame} back={back} caption="Proposal" title={describeProposal(proposal)}>
        <Panel titleText="Agreed and appointed">{describeProposal(proposal)}</Panel>
        <SetUpLink name={proposal.name ?? "them"} url={sent.invitationUrl} />
      </OfficePage>
    );
  }
  if (refusal) {
    return (
      <OfficePage frame={frame} back={back} caption={describeProposal(proposal)} title={refusals[refusal].title}>
        <p className="govuk-body">{refusals[refusal].text}</p>
      </OfficePage>
    );
  }
  return (
    <OfficePage frame={frame} back={back} caption="Proposal" title={`Agree for ${organisation}`} errors={sent?.errors}>
      <ProposalFacts proposal={proposal} />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <p className="govuk-body">Your agreement is recorded with your name and cannot be taken back. It does not depend on how long you hold the seat.</p>
        <ConfirmAgain strength={confirm} errors={sent?.errors.fields} />
        <Button>Agree for {organisation}</Button>
      </form>
    </OfficePage>
  );
}
