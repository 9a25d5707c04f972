import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import { QuorumFields } from "#app/components/meetings/quorum-fields.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { quorumForm } from "#app/domain/meetings/forms.server.ts";
import { listQuorumRules, recordQuorumRule } from "#app/domain/meetings/quorum/record-rule.server.ts";
import { meetingKindPlurals, meetingKinds } from "#app/domain/meetings/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { sendForm } from "./send-form.server.ts";

const title = "Record a quorum rule";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

/** Somebody who records rules, and the kind of meeting of the address. */
async function requireKind(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireMember(request, params.partnership, "record-meetings");
  const kind = meetingKinds.find((each) => each === params.meetingKind);
  if (!kind) throw notFound();
  return { ...member, kind, path: meetingsPath(member.partnership.slug, "quorum") };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireKind(request, params);
  const { actor, partnership, kind, path } = member;
  const { today, rules } = await listQuorumRules(actor, partnership.id);
  const revision = Math.max(0, ...rules.filter((rule) => rule.kind === kind).map((rule) => rule.revision));
  return { frame: partnershipFrame(member), partnership, kind, path, today, revision, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, kind, path } = await requireKind(request, params);
  return sendForm(request, {
    form: quorumForm(kind),
    day: "startsOn",
    command: (input, submission) => recordQuorumRule(actor, { partnershipId: partnership.id, ...input }, submission),
    to: () => path,
    said: "The rule is recorded.",
    here: path,
  });
}

export default function RecordQuorum() {
  const { frame, kind, path, today, revision, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: path, text: "Back to the rules" }} caption={meetingKindPlurals[kind]} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">It holds from its day until another is recorded. A rule that begins today or later changes nothing that was.</p>
      <StepForm {...typed} revision={revision} button="Record the rule" found={[]} submissionKey={submissionKey} cancelHref={path}>
        <QuorumFields {...typed} today={today} />
      </StepForm>
    </PortalPage>
  );
}
