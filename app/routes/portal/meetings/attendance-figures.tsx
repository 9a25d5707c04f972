import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { FiguresPage } from "#app/components/meetings/figures-page.tsx";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { readPeriod } from "#app/domain/meetings/attendance/period.server.ts";
import { getAttendanceFigures, readToday } from "#app/domain/meetings/attendance/read-figures.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Attendance";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-meetings");
  const { actor, partnership } = member;
  const { searchParams, search } = new URL(request.url);
  const asked = readPeriod(searchParams, await readToday(actor));
  const parts = (name: string) => ({ day: searchParams.get(`${name}-day`) ?? "", month: searchParams.get(`${name}-month`) ?? "", year: searchParams.get(`${name}-year`) ?? "" });
  return {
    frame: partnershipFrame(member),
    partnership,
    period: asked.period,
    typed: asked.success ? null : { from: parts("from"), to: parts("to") },
    errors: asked.success ? undefined : fieldErrors(asked.error),
    search: asked.success ? search : "",
    figures: await getAttendanceFigures(actor, partnership.id, asked.period),
  };
}

export default function AttendanceFigures() {
  const { frame, partnership, errors, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: meetingsPath(partnership.slug), text: "Back to the meetings" }} caption={partnership.name} title={title} errors={errors} wide>
      <FiguresPage slug={partnership.slug} errors={errors?.fields ?? {}} {...shown} />
    </PortalPage>
  );
}
