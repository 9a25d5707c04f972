import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { GapsPage } from "#app/components/agencies/coverage/gaps-page.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { measuredLabels, measuredSources } from "#app/domain/agencies/coverage/coverage.ts";
import { proposeSettings } from "#app/domain/agencies/coverage/propose-settings.server.ts";
import { findGaps } from "#app/domain/agencies/coverage/queries.server.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { list, oneError, readForm, text } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "What is not in the register", partnership: page?.partnership.name, hidden: true });

function sourceOf({ measured }: Params) {
  const source = measuredSources.find((each) => each === measured);
  if (!source) throw notFound();
  return source;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-agencies");
  const { actor, me, partnership } = member;
  const source = sourceOf(params);
  const { searchParams } = new URL(request.url);
  const page = (name: string) => Math.min(1_000, Math.max(1, Math.trunc(Number(searchParams.get(name))) || 1));
  const pages = { missing: page("missing"), unlisted: page("unlisted") };
  const gaps = await findGaps(actor, partnership.id, source, pages);
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, source, flash, gaps: gaps && { ...gaps, list: source, pages }, mayEdit: can(me, "edit-agencies", { partnershipId: partnership.id }), submissionKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-agencies");
  const path = agenciesPath(partnership.slug, `coverage/${sourceOf(params)}`);
  const values = await readForm(request);
  const numbers = list(values, "number");
  if (numbers.length === 0) return data({ errors: oneError("Tick the settings to propose", "number") }, { status: 422 });
  const outcome = await proposeSettings(actor, { partnershipId: partnership.id, importId: text(values, "import"), numbers }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Look at the list again" });
  const { proposed } = outcome.value;
  return redirectWithFlash(request, path, { type: "success", text: proposed === 1 ? "1 setting is proposed." : `${proposed.toLocaleString("en-GB")} settings are proposed.` });
}

export default function AgenciesGaps() {
  const { frame, partnership, source, flash, gaps, mayEdit, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { slug } = partnership;
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(slug, "coverage"), text: "Back to coverage" }} caption="Coverage of the register" title={measuredLabels[source]} flash={flash} errors={answer?.errors} wide>
      {gaps ? <GapsPage slug={slug} gaps={gaps} mayEdit={mayEdit} error={answer?.errors.fields["number"]} submissionKey={submissionKey} /> : <p className="govuk-body"><strong>Not measured.</strong> No list was taken in to compare the register with.</p>}
    </PortalPage>
  );
}
