import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AnswerForm } from "#app/components/decisions/answer-form.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { answerDecision } from "#app/domain/decisions/answer-decision.server.ts";
import { answerForm } from "#app/domain/decisions/forms.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

import { actConfirmed, askWho } from "../people/confirmed-act.server.ts";
import { requireDecision } from "./require-decision.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Agree or decline", partnership: page?.partnership.name, hidden: true });

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireDecision(request, params, "answer-decisions");
  const taker = member.decision.takenBy === "leads" ? member.decision.takers.find((each) => each.seatId === params.seat) : undefined;
  if (!taker) throw notFound();
  return { member, taker, next: { href: member.here, text: "Open the decision" } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, taker, next } = await findPlace(request, params);
  const { decision, partnership, here } = member;
  if (decision.state !== "asked") throw refusalResponse(refused("decision-closed"), next);
  if (taker.answer) throw refusalResponse(refused("already-agreed"), next);
  if (!decision.mine.some((each) => each.seatId === taker.seatId)) throw refusalResponse(refused("not-your-seat"), next);
  return { frame: partnershipFrame(member), partnership, decision, here, body: taker.body, submissionKey: newSubmissionKey(), confirm: await askWho(member) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, taker, next } = await findPlace(request, params);
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: wordsFound(values, { words: "What you say" }) }, { status });
  const submission = readSubmission(values);
  const form = answerForm.safeParse({ answer: "", ...toObject(values) });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const acting = await actConfirmed(member, values, context.clientAddress);
  if (!acting.ok) return again(acting.errors, acting.status);
  const outcome = await answerDecision(acting.actor, { partnershipId: member.partnership.id, number: member.decision.number, seatId: taker.seatId, ...form.data }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, next, acting.headers);
  const { status } = outcome.value;
  const text = status === "stands" ? "Every lead has agreed: the decision stands." : status === "declined" ? "You declined. It is not decided, and the others are told." : `You agreed for ${taker.body}. It stands once the other leads have agreed.`;
  return redirectWithFlash(request, member.here, { type: "success", text }, acting.headers);
}

export default function AnswerDecision() {
  const { frame, decision, here, body, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: here, text: "Back to the decision" }} caption={`Decision ${String(decision.number)}`} title={`Agree or decline for ${body}`} errors={sent?.errors}>
      <NoChildWords what="your answer" />
      <AnswerForm decision={decision} confirm={confirm} values={sent?.values} errors={sent?.errors.fields ?? {}} found={sent?.found ?? []} submissionKey={submissionKey} cancelHref={here} />
    </PortalPage>
  );
}
