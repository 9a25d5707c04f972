import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { WithholdForm } from "#app/components/agencies/withholdings/withhold-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { isListHeld } from "#app/domain/agencies/takedowns/queries.server.ts";
import { withholdForm } from "#app/domain/agencies/withholdings/forms.server.ts";
import { listMentioning, listWaitingVersions } from "#app/domain/agencies/withholdings/queries.server.ts";
import { type NameDecided, withholdName } from "#app/domain/agencies/withholdings/withhold-name.server.ts";
import { listNaming } from "#app/domain/publication/agency-list.server.ts";
import { findNameMentions } from "#app/domain/publication/name-mentions.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireAgency } from "../require-agency.server.ts";

const title = "Withhold its name from the public";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAgency(request, params, "name-agencies");
  const { actor, partnership, agency } = member;
  const back = { href: agenciesPath(partnership.slug, agency.id), text: "Open the agency" };
  if (agency.withholding) throw refusalResponse(refused("nothing-to-change"), back);
  if (agency.status === "withdrawn") throw refusalResponse(refused("agency-withdrawn"), back);
  const named = await listNaming(agency.agencyId);
  const still = {
    slug: partnership.slug,
    mentions: await findNameMentions({ id: agency.agencyId, name: agency.legalName }),
    waiting: await listWaitingVersions(actor, partnership.id, agency.agencyId),
    mentioning: await listMentioning(actor, partnership.id, agency),
    wasListed: named.some((each) => each.partnership.id === partnership.id),
  };
  return { frame: partnershipFrame(member), partnership, agency, isHeld: await isListHeld(actor, partnership.id), still, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, agency } = await requireAgency(request, params, "name-agencies");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = withholdForm.safeParse(toObject(values));
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await withholdName(actor, { partnershipId: partnership.id, membershipId: agency.id, ...form.data }, readSubmission(values));
  const path = agenciesPath(partnership.slug, agency.id);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: `The name is withheld from the public. ${listNow(outcome.value)}` });
  if (outcome.refusal === "stale") return again(oneError("Somebody else changed this agency first. Open it in another tab to see what is there now; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the agency" });
}

function listNow({ wasNamed, published }: NameDecided): string {
  if (!wasNamed) return "It is not named yet, so nothing of it was public.";
  return published ? "The list is published again without it." : "The public list is down: it is not published yet.";
}

export default function WithholdName() {
  const { frame, partnership, agency, isHeld, still, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, agency.id);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the agency" }} caption={agency.legalName} title={title} errors={answer?.errors}>
      <WithholdForm agency={agency} isHeld={isHeld} still={still} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
