import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { OpenBusiness } from "#app/components/people/open-business.tsx";
import { ProposeForm } from "#app/components/people/propose-form.tsx";
import { type PartnershipRole, roleLabels } from "#app/domain/access/vocabulary.ts";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { proposeForm } from "#app/domain/people/office-forms.server.ts";
import { describeRule } from "#app/domain/people/proposal-words.ts";
import { proposeAppointment } from "#app/domain/people/propose-appointment.server.ts";
import { findPostToFill } from "#app/domain/people/queries.server.ts";
import { kindForRole, ruleOf } from "#app/domain/people/vocabulary.ts";
import { type Refusal, refusals, refused as refusedOutcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, rawText, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { actConfirmed, askWho } from "./confirmed-act.server.ts";

/** Refusals that the form itself can put right, and the field where. */
const fieldOf: Partial<Record<Refusal, string>> = { "appointment-clash": "startsOn", "impossible-dates": "startsOn", "chair-not-delegate": "chair" };

const isProposed = (role: PartnershipRole): role is keyof typeof kindForRole => role in kindForRole;

async function findPlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "propose-appointment");
  const post = isIdentifier(params.post) ? await findPostToFill(member.actor, member.partnership.id, params.post) : null;
  if (!post || !isProposed(post.role)) throw notFound();
  if (post.way !== "propose") throw refused(403);
  return { member, post, role: post.role };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, post, role } = await findPlace(request, params);
  const { partnership } = member;
  if (post.proposalId) throw refusalResponse(refusedOutcome("proposal-open"), { href: `/portal/${partnership.slug}/people/proposals/${post.proposalId}`, text: "See the proposal that waits" });
  const held = post.terms.filter((term) => term.endsOn === null || term.endsOn > post.today);
  return data({
    frame: partnershipFrame(member),
    partnership,
    submissionKey: newSubmissionKey(),
    confirm: await askWho(member),
    role,
    post: { office: post.office, organisation: post.organisation },
    rule: describeRule(ruleOf[kindForRole[role]], post.organisation),
    open: post.open,
    inOffice: held.find((term) => term.startsOn <= post.today)?.name ?? null,
    delegates: post.delegates,
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, post, role } = await findPlace(request, params);
  const { slug, id: partnershipId } = member.partnership;
  const values = await readForm(request);
  const submission = readSubmission(values);
  const dates = Object.fromEntries((["startsOn", "reviewOn", "termEndsOn", "contractEndsOn"] as const).map((name) => [name, dateParts(values, name)]));
  const parsed = proposeForm(role, rawText(values, "chair")).safeParse({ ...toObject(values), ...dates });
  if (!parsed.success) return data({ values: withoutSecrets(values), errors: fieldErrors(parsed.error), confirm: await askWho(member) }, { status: 422 });
  const acting = await actConfirmed(member, values, context.clientAddress);
  if (!acting.ok) return data({ values: withoutSecrets(values), errors: acting.errors, confirm: await askWho(member) }, { status: acting.status });
  const outcome = await proposeAppointment(acting.actor, { ...parsed.data, partnershipId, postId: post.id }, submission);
  if (outcome.ok) {
    return redirectWithFlash(request, `/portal/${slug}/people/proposals/${outcome.value.proposalId}`, { type: "success", text: "Proposed. The leads who must agree have been told." }, acting.headers);
  }
  const field = fieldOf[outcome.refusal];
  if (!field) throw refusalResponse(outcome, { href: `/portal/${slug}/people`, text: "See who holds which office" }, acting.headers);
  const { status, title, text: message } = refusals[outcome.refusal];
  return data({ values: withoutSecrets(values), errors: oneError(`${title}. ${outcome.detail ?? message}`, field), confirm: null }, { status, headers: acting.headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

const titleOf = (role: PartnershipRole) => `Propose the next ${roleLabels[role].toLowerCase()}`;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? titleOf(page.role) : "Propose", partnership: page?.partnership.name, hidden: true });

export default function Propose() {
  const { frame, partnership, submissionKey, confirm, role, post, rule, open, inOffice, delegates } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OfficePage frame={frame} back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption={post.organisation ?? partnership.name} title={titleOf(role)} errors={sent?.errors}>
      <p className="govuk-body">{rule}</p>
      <OpenBusiness open={open} from={inOffice} />
      <ProposeForm
        role={role}
        submissionKey={submissionKey}
        office={post.office}
        dateHint="In the past or to come, for example 1 9 2026"
        delegates={delegates}
        confirm={sent ? sent.confirm : confirm}
        values={sent?.values}
        errors={sent?.errors.fields}
      />
    </OfficePage>
  );
}
