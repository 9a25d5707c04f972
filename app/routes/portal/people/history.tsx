import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import { DayForm } from "#app/components/facts/day-form.tsx";
import { OfficesOnDay, OfficeTimelines } from "#app/components/facts/office-history.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { findHistory } from "#app/domain/people/history.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { readDayAsked } from "#app/domain/shared/day-asked.server.ts";
import { partsOfDate } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberOrAdministrator(request, params.partnership, "read-people");
  const { partnership, me } = member;
  const here = `/portal/${partnership.slug}/people/history`;
  const asked = readDayAsked(new URL(request.url).searchParams);
  if (asked.kind === "typed") throw redirectTo(`${here}?on=${asked.day}`);
  const history = await findHistory(member.actor, partnership.id, asked.kind === "day" ? asked.day : null);
  const inside = me.holds.some((held) => held.partnershipId === partnership.id);
  const wrong = asked.kind === "wrong" ? asked : null;
  return data(
    { frame: inside ? partnershipFrame(member) : personFrame(member), partnership, here, history, parts: wrong?.parts ?? partsOfDate(history.on), error: wrong?.message ?? null },
    { status: wrong ? 400 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": privateCache });

const title = "Who held which office";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export default function PeopleHistory() {
  const { frame, partnership, here, history, parts, error } = useLoaderData<typeof loader>();
  const { on, today, first, offices } = history;
  return (
    <PortalFrame {...frame} current="people" before={<BackLink href={`/portal/${partnership.slug}/people`} text="Back to People" />}>
      <ErrorSummary errors={error ? [{ text: error, href: "#on" }] : []} />
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <DayForm legend="On which day?" parts={parts} error={error ?? undefined} todayHref={on === today ? undefined : here} />
      {first && on < first && <p className="govuk-body">Nothing is recorded before {showDate(first)}.</p>}
      <OfficesOnDay offices={offices} title={on === today ? `Today, ${showDate(on)}` : `On ${showDate(on)}`} />
      <h2 className="govuk-heading-m">Every office over time</h2>
      <OfficeTimelines offices={offices} />
    </PortalFrame>
  );
}
