import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ActionsTable } from "#app/components/agencies/assessments/actions-table.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { listActions } from "#app/domain/agencies/assessments/return-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Actions from self-assessments";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-assessments");
  return { frame: partnershipFrame(member), partnership: member.partnership, ...(await listActions(member.actor, member.partnership.id)) };
}

export default function Actions() {
  const { frame, partnership, today, actions } = useLoaderData<typeof loader>();
  const open = actions.filter((each) => each.status !== "closed");
  const overdue = actions.filter((each) => each.status === "open" && each.dueOn < today).length;
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: assessmentsPath(partnership.slug), text: "Back to self-assessments" }} caption="Self-assessments" title={title} wide>
      {actions.length === 0 ? (
        <p className="govuk-body-l">There is no action yet. They come from what agencies submit, and from challenges.</p>
      ) : (
        <>
          <p className="govuk-body-l">{open.length} of {actions.length} {open.length === 1 ? "is" : "are"} still to be closed{overdue > 0 && `, ${String(overdue)} of them overdue`}.</p>
          <ActionsTable slug={partnership.slug} actions={actions} today={today} captionHidden />
        </>
      )}
    </PortalPage>
  );
}
