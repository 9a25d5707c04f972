import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox } from "#app/components/portal/looked-box.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { risksPath } from "#app/components/risks/paths.ts";
import { ReviewDay, RiskFields } from "#app/components/risks/risk-fields.tsx";
import { riskForm } from "#app/domain/risks/forms.server.ts";
import { getOwnerChoices } from "#app/domain/risks/queries.server.ts";
import { recordRisk } from "#app/domain/risks/record-risk.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, typedOr, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

const title = "Add a risk";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "record-risks");
  return { frame: partnershipFrame(member), partnership: member.partnership, ...(await getOwnerChoices(member.actor, member.partnership.id)), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "record-risks");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: wordsFound(values, { title: "The risk", description: "The description", mitigation: "What is done about it" }) }, { status });
  const { owners, today } = await getOwnerChoices(actor, partnership.id);
  const form = riskForm(owners, today).safeParse({ likelihood: "", impact: "", ...toObject(values), reviewOn: dateParts(values, "reviewOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await recordRisk(actor, { partnershipId: partnership.id, ...form.data }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, risksPath(partnership.slug, outcome.value.number), { type: "success", text: `Risk ${String(outcome.value.number)} is added.` });
  if (outcome.refusal === "stale") return again(oneError("That office is not there any more. Choose again", "ownerPostId"), 409);
  throw refusalResponse(outcome, { href: risksPath(partnership.slug), text: "Open the risks" });
}

export default function NewRisk() {
  const { frame, partnership, owners, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = risksPath(partnership.slug);
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: path, text: "Back to the risks" }} caption="Risks" title={title} errors={answer?.errors}>
      <NoChildWords what="a risk" />
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <Input name="title" label="What could happen, in a few words" labelSize="s" hint="Like “The data analyst leaves and nobody follows”" defaultValue={typedOr(typed.values, "title", "")} error={typed.errors["title"]} />
        <Textarea name="description" label="What could bring it about, and what would follow" labelSize="s" rows={3} defaultValue={typedOr(typed.values, "description", "")} error={typed.errors["description"]} />
        <RiskFields {...typed} owners={owners} />
        <ReviewDay {...typed} />
        <LookedBox found={answer?.found ?? []} values={typed.values} error={typed.errors["looked"]} />
        <ButtonGroup>
          <Button>Add the risk</Button>
          <a className="govuk-link" href={path}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
