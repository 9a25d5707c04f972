import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { LineSearch, LinesFound } from "#app/components/agencies/voice/line-search.tsx";
import { MembersForm } from "#app/components/agencies/voice/members-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { endMembers } from "#app/domain/agencies/voice/change-members.server.ts";
import { endMembersForm } from "#app/domain/agencies/voice/forms.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list as listOf, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireBody } from "./require-body.server.ts";

const title = "End memberships";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, body, query, found, list } = await requireBody(request, params, "record-voice");
  return { frame: partnershipFrame(member), partnership: member.partnership, body, query, found, list, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, body } = await requireBody(request, params, "record-voice");
  const { actor, partnership } = member;
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = endMembersForm.safeParse({ ...toObject(values), member: [...listOf(values, "member")], on: dateParts(values, "on") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await endMembers(actor, { partnershipId: partnership.id, bodyId: body.id, members: form.data.member, on: form.data.on }, readSubmission(values));
  const path = agenciesPath(partnership.slug, `voice/bodies/${body.id}`);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: outcome.value.ended === 1 ? "1 membership is ended." : `${outcome.value.ended.toLocaleString("en-GB")} memberships are ended.` });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "on"), 422);
  if (outcome.refusal === "stale") return again(oneError("One of them is no member any more. Nothing was ended: look at the list again."), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the body" });
}

export default function EndMembers() {
  const { frame, partnership, body, query, found, list, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = agenciesPath(partnership.slug, `voice/bodies/${body.id}`);
  const path = `${back}/members/end`;
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: back, text: "Back to the body" }} caption={body.legalName} title={title} errors={answer?.errors}>
      <LineSearch path={path} query={query} label="Find members" />
      <LinesFound path={path} query={query} found={found} words="for which it speaks" />
      {found > 0 && <MembersForm task="end" path={path} query={query} found={found} list={list} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={back} />}
    </PortalPage>
  );
}
