import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { DecisionForm } from "#app/components/decisions/decision-form.tsx";
import { decisionsPath } from "#app/components/decisions/paths.ts";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { decisionForm } from "#app/domain/decisions/forms.server.ts";
import { getPowers } from "#app/domain/decisions/powers.server.ts";
import { findDecision } from "#app/domain/decisions/queries.server.ts";
import { recordDecision } from "#app/domain/decisions/record-decision.server.ts";
import { replacementKinds, replacementLabels } from "#app/domain/decisions/vocabulary.ts";
import { findMeeting } from "#app/domain/meetings/queries.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

const title = "Record a decision";
const fields = { sentence: "The decision", options: "The options", dissent: "The dissent", leadsTo: "What it leads to", privateReason: "The reason why it is not public", replacesReason: "The reason for replacing" };

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

/** Who records; the meeting at which, and the decision that the new one is to replace, if the address names them. */
async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "record-decisions");
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("replaces");
  const at = searchParams.get("meeting");
  const meeting = at === null ? null : ((await findMeeting(member.actor, member.partnership.id, at))?.meeting ?? null);
  if (at !== null && (!meeting || meeting.share === "proposed" || meeting.share === "declined")) throw notFound();
  const kind = replacementKinds.find((each) => each === searchParams.get("as"));
  if (asked === null) return { member, meeting, earlier: null };
  const found = kind && /^[1-9]\d{0,8}$/.test(asked) ? await findDecision(member.actor, member.partnership.id, Number(asked)) : null;
  if (!found || !kind) throw notFound();
  if (found.decision.state !== "stands") throw refusalResponse(refused("decision-replaced"), { href: decisionsPath(member.partnership.slug, asked), text: "Open the decision" });
  return { member, meeting, earlier: { decision: found.decision, kind } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, meeting, earlier } = await findPlace(request, params);
  return { meeting, frame: partnershipFrame(member), partnership: member.partnership, earlier, ...(await getPowers(member.actor, member.partnership.id)), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member: { actor, partnership }, meeting, earlier } = await findPlace(request, params);
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: wordsFound(values, fields) }, { status });
  const { powers, today } = await getPowers(actor, partnership.id);
  const form = decisionForm(powers, today, earlier !== null).safeParse({ matter: "", takenBy: "", isPublic: "", ...toObject(values), seats: [...list(values, "seats")], decidedOn: dateParts(values, "decidedOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await recordDecision(actor, { ...form.data, partnershipId: partnership.id, replaces: earlier && { number: earlier.decision.number, kind: earlier.kind }, meetingId: meeting?.id ?? null }, readSubmission(values));
  if (outcome.ok) {
    const { number } = outcome.value;
    const text = form.data.takenBy === "leads" ? `Decision ${String(number)} is put to the leads, and they are told.` : `Decision ${String(number)} is recorded. The leads note it in their list.`;
    return redirectWithFlash(request, decisionsPath(partnership.slug, number), { type: "success", text });
  }
  if (outcome.refusal === "beyond-delegation") return again(oneError((outcome.detail ?? "This is beyond what is delegated").replaceAll("\n", " "), "takenBy"), 409);
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "decidedOn"), 422);
  if (outcome.refusal === "stale") return again(oneError("A partner that you chose did not have a seat on that day. Check the day, or choose again", "seats"), 409);
  throw refusalResponse(outcome, { href: decisionsPath(partnership.slug), text: "Open the decisions" });
}

export default function NewDecision() {
  const { frame, partnership, meeting, earlier, today, powers, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = meeting ? meetingsPath(partnership.slug, meeting.id) : decisionsPath(partnership.slug, earlier?.decision.number);
  const from = meeting ? "Back to the meeting" : earlier ? "Back to the decision" : "Back to the decisions";
  const caption = earlier ? `${replacementLabels[earlier.kind].does} decision ${String(earlier.decision.number)}: ${earlier.decision.sentence}` : meeting ? datedTitle(meeting) : "Decisions";
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: path, text: from }} caption={caption} title={title} errors={answer?.errors}>
      <NoChildWords what="a decision" />
      <DecisionForm today={today} powers={powers} earlier={earlier} values={answer?.values} errors={answer?.errors.fields ?? {}} found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
