import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { DayForm } from "#app/components/facts/day-form.tsx";
import { OfficeTimelines } from "#app/components/facts/office-history.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { AccountablePartners, PartnershipPosts } from "#app/components/publication/accountable.tsx";
import { PeopleFacts } from "#app/components/publication/people-facts.tsx";
import { RepresentativesSection } from "#app/components/publication/voice/representatives-section.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findPeople } from "#app/domain/publication/queries.server.ts";
import { directoryPath } from "#app/domain/publication/who-holds-what.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { readDayAsked } from "#app/domain/shared/day-asked.server.ts";
import { partsOfDate } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, redirectTo } from "#app/http/responses.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const { searchParams, origin } = new URL(request.url);
  const asked = readDayAsked(searchParams);
  if (asked.kind === "typed") throw redirectTo(`${pathTo.people(slug)}?on=${asked.day}`);
  const people = await findPeople(slug, asked.kind === "day" ? asked.day : null);
  if (!people) throw notFound();
  const wrong = asked.kind === "wrong" ? asked : null;
  return data({ people, parts: wrong?.parts ?? partsOfDate(people.on), error: wrong?.message ?? null, origin }, { status: wrong ? 400 : 200 });
}

interface Page {
  people: NonNullable<Awaited<ReturnType<typeof findPeople>>>;
  origin: string;
}

export const meta = ({ data: page }: { data?: Page }) => {
  if (!page) return [];
  const { partnership } = page.people.facts;
  const path = page.origin + pathTo.people(partnership.slug);
  return [
    ...pageMeta({ title: "Who is accountable", partnership: partnership.name, description: `Who leads, who does the daily work, who chairs and who scrutinises ${partnership.name}, today and on any earlier day.`, canonical: path }),
    { tagName: "link", rel: "alternate", type: "application/json", href: `${path}.json` },
  ];
};

export default function People() {
  const { people, parts, error } = useLoaderData<typeof loader>();
  const { facts, on, today, first, offices, representatives } = people;
  const { partnership, seats, chair, scrutineer } = facts;
  const isToday = on === today;
  return (
    <PublicFrame partnership={partnership} current="people">
      <ErrorSummary errors={error ? [{ text: error, href: "#on" }] : []} />
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">{isToday ? "Who is accountable" : on > today ? "Who will be accountable, as far as it is known" : "Who was accountable"}</h1>
      <p className="govuk-body-l">{isToday ? `Today, ${showDate(on)}.` : `On ${showDate(on)}.`}</p>
      <p className="govuk-body">
        Each body has a <Abbr of="LSP" />, who answers for it in public. They may hand daily work to a <Abbr of="DSP" />, and stay accountable for it.
      </p>
      {first && on < first ? (
        <p className="govuk-inset-text">Nothing is recorded before {showDate(first)}.</p>
      ) : (
        <>
          <h2 className="govuk-heading-m">Statutory partners</h2>
          <AccountablePartners seats={seats} detail day={isToday ? null : on} />
          <p className="govuk-body"><a className="govuk-link" href={directoryPath({ q: partnership.name, kind: null, state: null })}>See where else these bodies sit</a></p>
          <h2 className="govuk-heading-m">Chair and scrutineer</h2>
          <PartnershipPosts chair={chair} scrutineer={scrutineer} detail day={isToday ? null : on} />
          <RepresentativesSection representatives={representatives} day={isToday ? null : on} />
        </>
      )}
      <h2 className="govuk-heading-m">On another day</h2>
      <DayForm legend="Who was accountable on" parts={parts} error={error ?? undefined} todayHref={isToday ? undefined : pathTo.people(partnership.slug)} />
      <h2 className="govuk-heading-m">Every office over time</h2>
      <OfficeTimelines offices={offices} />
      <PeopleFacts people={people} />
    </PublicFrame>
  );
}
