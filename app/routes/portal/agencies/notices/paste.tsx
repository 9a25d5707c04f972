import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { AddressPaste } from "#app/components/agencies/notices/address-forms.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { pasteForm } from "#app/domain/agencies/notices/forms.server.ts";
import { findNumbered, saveAddresses } from "#app/domain/agencies/notices/save-addresses.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { savedAddresses } from "./saved-addresses.server.ts";

const title = "Paste addresses for notices";
/** How many wrong lines are named. */
const mostShown = 20;

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-agencies");
  return { frame: partnershipFrame(member), partnership: member.partnership, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-agencies");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = pasteForm.safeParse(toObject(values));
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { found, errors } = await findNumbered(actor, partnership.id, form.data.lines);
  const wrong = [...form.data.errors, ...errors].sort((a, b) => a.line - b.line);
  if (wrong.length > 0) return again(lineErrors(wrong), 422);
  const outcome = await saveAddresses(actor, { partnershipId: partnership.id, addresses: found, replace: true }, readSubmission(values));
  if (outcome.ok) return savedAddresses(request, partnership.slug, outcome.value);
  if (outcome.refusal === "nothing-to-change") return again(oneError("The register has every one of these addresses already", "lines"), 409);
  if (outcome.refusal === "stale") return again(oneError("Somebody else changed one of these agencies meanwhile. Nothing was saved: send the lines again.", "lines"), 409);
  throw refusalResponse(outcome, { href: agenciesPath(partnership.slug, "notices"), text: "See who acknowledged" });
}

/** Each wrong line by its number: nothing is saved until every one is right. */
function lineErrors(wrong: readonly { line: number; problem: string }[]): FormErrors {
  const said = wrong.slice(0, mostShown).map(({ line, problem }) => `Line ${String(line)}: ${problem}`);
  const more = wrong.length > mostShown ? [`And ${String(wrong.length - mostShown)} more lines`] : [];
  return { summary: [...said, ...more].map((text) => ({ href: "#lines", text })), fields: { lines: `${wrong.length === 1 ? "1 line is" : `${String(wrong.length)} lines are`} not right: see the list above. Nothing was saved` } };
}

export default function PasteAddresses() {
  const { frame, partnership, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, "notices/addresses");
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to addresses" }} caption="Relevant agencies" title={title} errors={answer?.errors}>
      <p className="govuk-body">An address that an agency has already is replaced. All lines are saved or none.</p>
      <AddressPaste values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
