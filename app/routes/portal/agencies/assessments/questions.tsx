import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { QuestionList } from "#app/components/agencies/assessments/set-list.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { findQuestionSet } from "#app/domain/agencies/assessments/set-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.set.title ?? "Questions", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-assessments");
  const set = await findQuestionSet(member.actor, params.set ?? "");
  if (!set) throw notFound();
  return { frame: partnershipFrame(member), partnership: member.partnership, set };
}

export default function Questions() {
  const { frame, partnership, set } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: assessmentsPath(partnership.slug), text: "Back to self-assessments" }} caption="Self-assessments" title={set.title}>
      <QuestionList set={set} />
    </PortalPage>
  );
}
