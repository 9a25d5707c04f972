import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { ReadinessList } from "#app/components/drafting/readiness-list.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readinessCount } from "#app/domain/documents/draft-status.ts";
import { findFreeze } from "#app/domain/documents/freeze-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Readiness checklist", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "read-drafts");
  const { partnership, at } = member;
  const view = await findFreeze(member.actor, partnership.id, at.kind);
  if (!view) throw notFound();
  const { readiness, number } = view;
  return data({ frame: partnershipFrame(member), partnership, at: member.at, readiness, number, mayFreeze: can(member.me, "freeze", { partnershipId: partnership.id }) });
}

export default function ReadinessChecklist() {
  const { frame, at, readiness, number, mayFreeze } = useLoaderData<typeof loader>();
  const { errors, warnings } = readiness;
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <h1 className="govuk-heading-l">Readiness checklist</h1>
      <p className="govuk-body-l">{readinessCount(readiness)}.</p>
      <p className="govuk-body">The same check runs again when the draft is frozen.</p>
      <h2 className="govuk-heading-m" id="errors">Errors: put these right before freezing</h2>
      {errors.length > 0 ? <ReadinessList at={at} lines={errors} /> : <p className="govuk-body">There are none.</p>}
      <h2 className="govuk-heading-m" id="warnings">Warnings: each needs a reason when freezing</h2>
      {warnings.length > 0 ? <ReadinessList at={at} lines={warnings} /> : <p className="govuk-body">There are none.</p>}
      {mayFreeze && errors.length === 0 && <Button href={documentPath(at, "freeze")}>Freeze version {number} for signature</Button>}
    </PortalFrame>
  );
}
