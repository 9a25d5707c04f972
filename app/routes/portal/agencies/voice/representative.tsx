import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { RepresentationForm } from "#app/components/agencies/voice/representation-form.tsx";
import { Revisions } from "#app/components/agencies/voice/revisions.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { representationForm } from "#app/domain/agencies/voice/forms.server.ts";
import { findRepresentative } from "#app/domain/agencies/voice/queries.server.ts";
import { recordRepresentation } from "#app/domain/agencies/voice/record-representation.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "How they were chosen";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

async function findPlace(request: Request, params: LoaderFunctionArgs["params"], permission: Permission) {
  const member = await requireMember(request, params.partnership, permission);
  const representative = await findRepresentative(member.actor, member.partnership.id, params.representative ?? "");
  if (!representative) throw notFound();
  return { member, representative };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, representative } = await findPlace(request, params, "read-agencies");
  const { me, partnership } = member;
  return { frame: partnershipFrame(member), partnership, representative, mayRecord: can(me, "record-voice", { partnershipId: partnership.id }), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, representative } = await findPlace(request, params, "record-voice");
  const { actor, partnership } = member;
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = representationForm(representative.voice).safeParse({ chosenBy: "", ...toObject(values), speaksFor: [...list(values, "speaksFor")], chosenOn: dateParts(values, "chosenOn"), until: dateParts(values, "until") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await recordRepresentation(actor, { partnershipId: partnership.id, postId: representative.postId, ...form.data }, readSubmission(values));
  const path = agenciesPath(partnership.slug, "voice");
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: `How they were chosen is recorded and published: ${representative.body}.` });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "chosenOn"), 422);
  if (outcome.refusal === "nothing-to-change") return again(oneError("This is what is recorded already. Change something, or go back."), 409);
  if (outcome.refusal === "stale") return again(oneError("Somebody else recorded this first, or somebody else holds the post now. Open it in another tab to see; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: path, text: "Who speaks for whom" });
}

export default function RepresentativePage() {
  const { frame, partnership, representative, mayRecord, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { body, office, holder, level, revisions } = representative;
  const path = agenciesPath(partnership.slug, "voice");
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to who speaks for whom" }} caption={body} title={title} errors={answer?.errors}>
      <p className="govuk-body">{office}{level && `, at the ${level} level`}: {holder ? `${holder.name}, since ${showDate(holder.since)}.` : "nobody holds this post at the moment. Name somebody on the People page first."}</p>
      {mayRecord && holder && <RepresentationForm representative={{ ...representative, holder }} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />}
      {(revisions.length > 0 || !mayRecord) && <Revisions revisions={revisions} />}
    </PortalPage>
  );
}
