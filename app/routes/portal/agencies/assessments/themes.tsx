import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { ThemesPage } from "#app/components/agencies/assessments/themes-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { listRatedAnswers } from "#app/domain/agencies/assessments/figures.server.ts";
import { themesOf } from "#app/domain/agencies/assessments/figures.ts";
import { listAssessmentActions } from "#app/domain/agencies/assessments/return-queries.server.ts";
import { readRoundQuery } from "#app/domain/agencies/assessments/round-query.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireRound } from "./require.server.ts";
import { drawThemes } from "./draw-themes.server.ts";

const title = "What they say";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireRound(request, params, "oversee-assessments");
  const { actor, partnership, today, round, set, returns } = found;
  const { sector } = readRoundQuery(new URL(request.url).searchParams);
  const shown = returns.filter((each) => sector === null || each.sector === sector);
  const answers = (await listRatedAnswers(actor, partnership.id, round.id)).filter((each) => sector === null || each.sector === sector);
  const themes = themesOf(set, answers);
  const actions = (await listAssessmentActions(actor, partnership.id)).filter((each) => shown.some((returned) => returned.id === each.returnId));
  return { frame: partnershipFrame(found), partnership, today, round, set, sector, submitted: shown.filter((each) => each.status === "submitted").length, asked: shown.length, themes, ...drawThemes(set, themes), actions };
}

export default function Themes() {
  const { frame, partnership, round, ...shown } = useLoaderData<typeof loader>();
  const path = assessmentsPath(partnership.slug, round.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the round" }} caption={round.title} title={title} wide>
      <ThemesPage slug={partnership.slug} path={`${path}/themes`} {...shown} />
    </PortalPage>
  );
}
