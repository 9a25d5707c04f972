import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { DelegatedForm } from "#app/components/decisions/delegated-form.tsx";
import { decisionsPath } from "#app/components/decisions/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { delegatedForm } from "#app/domain/decisions/forms.server.ts";
import { findLists } from "#app/domain/decisions/powers.server.ts";
import { recordDelegated } from "#app/domain/decisions/record-delegated.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { actConfirmed, askWho } from "../../people/confirmed-act.server.ts";

const title = "What your delegate may decide";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "delegate");
  const { actor, me, partnership } = member;
  const found = params.seat && isUuid(params.seat) ? await findLists(actor, partnership.id, params.seat) : null;
  if (!found) throw notFound();
  const here = decisionsPath(partnership.slug, "delegated");
  if (!can(me, "delegate", { partnershipId: partnership.id, seatId: found.seat.seatId })) throw refusalResponse(refused("not-your-seat"), { href: here, text: "See what is delegated" });
  return { member, ...found, here };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, seat, lists, today, here } = await findPlace(request, params);
  return { frame: partnershipFrame(member), partnership: member.partnership, seat, lists, today, here, submissionKey: newSubmissionKey(), confirm: await askWho(member) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, seat, here } = await findPlace(request, params);
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const submission = readSubmission(values);
  const form = delegatedForm.safeParse({ ...toObject(values), matters: [...list(values, "matters")], startsOn: dateParts(values, "startsOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const acting = await actConfirmed(member, values, context.clientAddress);
  if (!acting.ok) return again(acting.errors, acting.status);
  const outcome = await recordDelegated(acting.actor, { ...form.data, partnershipId: member.partnership.id, seatId: seat.seatId }, submission);
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: `What the delegate of ${seat.body} may decide is recorded.` }, acting.headers);
  if (outcome.refusal === "impossible-dates") return data({ values: withoutSecrets(values), errors: oneError(outcome.detail ?? "Check the day", "startsOn") }, { status: 422, headers: acting.headers });
  throw refusalResponse(outcome, { href: here, text: "See what is delegated" }, acting.headers);
}

export default function ChangeDelegated() {
  const { frame, seat, lists, today, here, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: here, text: "Back to what is delegated" }} caption={seat.body} title={title} errors={sent?.errors}>
      <DelegatedForm lists={lists} today={today} confirm={confirm} values={sent?.values} errors={sent?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={here} />
    </PortalPage>
  );
}
