import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { arrangementsPath } from "#app/components/drafting/paths.ts";
import { ReadinessList } from "#app/components/drafting/readiness-list.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readinessCount } from "#app/domain/documents/draft-status.ts";
import { findFreeze } from "#app/domain/documents/freeze-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Readiness checklist", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-drafts");
  const { partnership } = member;
  const view = await findFreeze(member.actor, partnership.id, "arrangements");
  if (!view) throw notFound();
  const { readiness, number } = view;
  return data({ frame: partnershipFrame(member), partnership, readiness, number, mayFreeze: can(member.me, "freeze", { partnershipId: partnership.id }) });
}

export default function ReadinessChecklist() {
  const { frame, partnership, readiness, number, mayFreeze } = useLoaderData<typeof loader>();
  const { slug } = partnership;
  const { errors, warnings } = readiness;
  return (
    <PortalFrame {...frame} current="arrangements" before={<BackLink href={arrangementsPath(slug)} text="Back to the arrangements" />}>
      <h1 className="govuk-heading-l">Readiness checklist</h1>
      <p className="govuk-body-l">{readinessCount(readiness)}.</p>
      <p className="govuk-body">The same check runs again when the draft is frozen.</p>
      <h2 className="govuk-heading-m" id="errors">Errors: put these right before freezing</h2>
      {errors.length > 0 ? <ReadinessList slug={slug} lines={errors} /> : <p className="govuk-body">There are none.</p>}
      <h2 className="govuk-heading-m" id="warnings">Warnings: each needs a reason when freezing</h2>
      {warnings.length > 0 ? <ReadinessList slug={slug} lines={warnings} /> : <p className="govuk-body">There are none.</p>}
      {mayFreeze && errors.length === 0 && <Button href={arrangementsPath(slug, "freeze")}>Freeze version {number} for signature</Button>}
    </PortalFrame>
  );
}
