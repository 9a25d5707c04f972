import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { LineSearch, LinesFound } from "#app/components/agencies/voice/line-search.tsx";
import { MembersForm } from "#app/components/agencies/voice/members-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { addMembers } from "#app/domain/agencies/voice/change-members.server.ts";
import { addMembersForm } from "#app/domain/agencies/voice/forms.server.ts";
import { findPossibleMembers } from "#app/domain/agencies/voice/queries.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list as listOf, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireBody } from "./require-body.server.ts";

const title = "Add members";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, body, query, page } = await requireBody(request, params, "record-voice");
  const { actor, partnership } = member;
  const { found, ...list } = await findPossibleMembers(actor, partnership.id, body.id, query, page);
  return { frame: partnershipFrame(member), partnership, body, query, found, list, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, body, query } = await requireBody(request, params, "record-voice");
  const { actor, partnership } = member;
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = addMembersForm.safeParse({ ...toObject(values), member: [...listOf(values, "member")], since: dateParts(values, "since") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { member: ticked, everything, since } = form.data;
  const outcome = await addMembers(actor, { partnershipId: partnership.id, bodyId: body.id, members: everything ? query : ticked, since }, readSubmission(values));
  const path = agenciesPath(partnership.slug, `voice/bodies/${body.id}`);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: outcome.value.added === 1 ? "1 member is added." : `${outcome.value.added.toLocaleString("en-GB")} members are added.` });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "since"), 422);
  if (outcome.refusal === "nothing-to-change") return again(oneError("Those are members already.", "member"), 409);
  if (outcome.refusal === "stale") return again(oneError("One of them is not in the register any more, or the body speaks for nobody any more. Nothing was added: look at the list again."), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the body" });
}

export default function AddMembers() {
  const { frame, partnership, body, query, found, list, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = agenciesPath(partnership.slug, `voice/bodies/${body.id}`);
  const path = `${back}/members`;
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: back, text: "Back to the body" }} caption={body.legalName} title={title} errors={answer?.errors}>
      <LineSearch path={path} query={query} label="Find agencies" />
      <LinesFound path={path} query={query} found={found} words="for which it does not speak yet" />
      {found > 0 && <MembersForm task="add" path={path} query={query} found={found} list={list} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={back} />}
    </PortalPage>
  );
}
