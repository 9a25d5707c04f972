import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { EndWithholdingForm } from "#app/components/agencies/withholdings/end-withholding-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { findAgency } from "#app/domain/agencies/queries.server.ts";
import { endWithholdingForm } from "#app/domain/agencies/withholdings/forms.server.ts";
import { endWithholding, type NameDecided } from "#app/domain/agencies/withholdings/withhold-name.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireAgency } from "../require-agency.server.ts";

const title = "Let its name be public again";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAgency(request, params, "name-agencies");
  const { partnership, agency } = member;
  return { frame: partnershipFrame(member), partnership, agency, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, agency } = await requireAgency(request, params, "name-agencies");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = endWithholdingForm.safeParse({ asked: "", ...toObject(values) });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { reason, revision } = form.data;
  const outcome = await endWithholding(actor, { partnershipId: partnership.id, membershipId: agency.id, reason, revision }, readSubmission(values));
  const path = agenciesPath(partnership.slug, agency.id);
  if (outcome.ok) {
    const elsewhere = (await findAgency(actor, partnership.id, agency.id))?.nameWithheld ?? false;
    const listNow = elsewhere ? "Another partnership withholds it still, so it stays withheld." : nameNow(outcome.value);
    return redirectWithFlash(request, path, { type: "success", text: `This partnership withholds the name no longer. ${listNow}` });
  }
  if (outcome.refusal === "stale") return again(oneError("Somebody else changed this agency first. Open it in another tab to see what is there now; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the agency" });
}

function nameNow({ wasNamed, published }: NameDecided): string {
  if (!wasNamed) return "It is public once the agency is named.";
  return published ? "The list is published again with it." : "The public list is down: it is not published yet.";
}

export default function EndWithholding() {
  const { frame, partnership, agency, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, agency.id);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the agency" }} caption={agency.legalName} title={title} errors={answer?.errors}>
      <EndWithholdingForm agency={agency} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
