import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { OwnerFields, OwnerWords } from "#app/components/actions/owner-fields.tsx";
import { StepPage } from "#app/components/actions/step-page.tsx";
import { changeOwner } from "#app/domain/actions/change-owner.server.ts";
import { agencyOwnerForm, ownerForm } from "#app/domain/actions/forms.server.ts";
import { getOwnerChoices } from "#app/domain/actions/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { type MemberWithAction, requireAct, requireSender } from "./require-action.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Change who does it";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

/** The agency whose action it stays; null for every other action. */
function staysWith({ action }: MemberWithAction): string | null {
  return action.origin === "assessment" ? action.membershipId : null;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAct(request, params, "owner");
  const choices = staysWith(member) === null ? await getOwnerChoices(member.actor, member.partnership.id) : null;
  return { frame: partnershipFrame(member), partnership: member.partnership, action: member.action, choices, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireSender(request, params, "owner");
  const choices = await getOwnerChoices(member.actor, member.partnership.id);
  const agency = staysWith(member);
  return sendStep(request, member, { form: agency === null ? ownerForm(choices) : agencyOwnerForm(agency), command: changeOwner, said: "It has another owner, who is told." });
}

export default function ChangeOwner() {
  const { partnership, choices, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <StepPage {...page} slug={partnership.slug} title={title} label="Why" hint="It is kept with who did it before" button="Change who does it" answer={answer}>
      <p className="govuk-body">Now: {page.action.owner}{page.action.agency && `, ${page.action.agency}`}.</p>
      {choices ? <OwnerFields {...typed} choices={choices} /> : <OwnerWords {...typed} label="Who does it there" hint="By post, never by name. It stays an action of the agency" />}
    </StepPage>
  );
}
