import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { FirstDay, PublishedReason } from "#app/components/people/partners/change-fields.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { addPartnerForm } from "#app/domain/people/partners/forms.server.ts";
import { listPartnersToAdd } from "#app/domain/people/partners/queries.server.ts";
import { describeRule } from "#app/domain/people/proposal-words.ts";
import { rawText } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { askWho } from "../confirmed-act.server.ts";
import { sendChange } from "./propose-change.server.ts";

const title = "Propose a further statutory partner";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "propose-partner");
  return data({ frame: partnershipFrame(member), partnership: member.partnership, bodies: await listPartnersToAdd(member.actor, member.partnership.id), submissionKey: newSubmissionKey(), confirm: await askWho(member) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params.partnership, "propose-partner");
  return sendChange(request, member, addPartnerForm, context.clientAddress, ({ body, ...typed }) => ({ ...typed, code: body, kind: "add-partner", partnershipId: member.partnership.id }));
}

export default function AddPartner() {
  const { frame, partnership, bodies, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const fields = { values: sent?.values, errors: sent?.errors.fields ?? {} };
  return (
    <OfficePage frame={frame} back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption={partnership.name} title={title} errors={sent?.errors}>
      <p className="govuk-body">{describeRule("two-bodies", null)} The new partner’s lead must then sign what is published. Versions that await signatures are closed on the day; signatures on them stand.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <Select name="body" label="Which body" labelSize="s" hint="Integrated care boards come first, then police forces and councils." items={[{ value: "", text: "Choose" }, ...bodies.map(({ code, text }) => ({ value: code, text }))]} defaultValue={rawText(fields.values, "body")} error={fields.errors["body"]} />
        <FirstDay legend="From when?" hint="The first day of its seat, today or later, for example 1 4 2027" from="" {...fields} />
        <PublishedReason {...fields} />
        <ConfirmAgain strength={sent ? sent.confirm : confirm} errors={fields.errors} />
        <Button>Propose</Button>
      </form>
    </OfficePage>
  );
}
