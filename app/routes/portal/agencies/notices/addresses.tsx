import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { AddressGrid } from "#app/components/agencies/notices/address-forms.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { addressGridForm } from "#app/domain/agencies/notices/forms.server.ts";
import { findWithoutAddress } from "#app/domain/agencies/notices/queries.server.ts";
import { saveAddresses } from "#app/domain/agencies/notices/save-addresses.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { savedAddresses } from "./saved-addresses.server.ts";

const title = "Fill in addresses for notices";
const pageOf = (request: Request) => Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10) || 1;

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-agencies");
  const { actor, partnership } = member;
  return { frame: partnershipFrame(member), partnership, agencies: await findWithoutAddress(actor, partnership.id, pageOf(request)), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-agencies");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const { agencies } = await findWithoutAddress(actor, partnership.id, pageOf(request));
  const form = addressGridForm(agencies).safeParse(toObject(values));
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await saveAddresses(actor, { partnershipId: partnership.id, addresses: form.data, replace: false }, readSubmission(values));
  if (outcome.ok) return savedAddresses(request, partnership.slug, outcome.value);
  if (outcome.refusal === "stale") return again(oneError(`${outcome.detail ?? "One of them"} was changed by somebody else meanwhile. Nothing was saved: look at the list again.`), 409);
  throw refusalResponse(outcome, { href: agenciesPath(partnership.slug, "notices"), text: "See who acknowledged" });
}

export default function Addresses() {
  const { frame, partnership, agencies, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, "notices");
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to acknowledgement" }} caption="Relevant agencies" title={title} errors={answer?.errors}>
      <p className="govuk-body">The mailbox that the body’s office reads. It is for notices of this partnership only and never published. Leave empty what you do not know.</p>
      <p className="govuk-body">You can also <a className="govuk-link" href={`${path}/addresses/paste`}>paste many from a spreadsheet</a>, or import them with the register.</p>
      {agencies.found === 0 ? <p className="govuk-body">Every named agency has an address.</p> : <AddressGrid path={`${path}/addresses`} agencies={agencies} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />}
    </PortalPage>
  );
}
