import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { GuidanceDates, GuidanceItems } from "#app/components/publication/guidance-items.tsx";
import { findEdition } from "#app/domain/publication/guidance.server.ts";
import { showMonth } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, publicCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": publicCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageMeta({
    title: found?.edition.title ?? "The guidance",
    description: `What ${found?.edition.title ?? "the guidance"} asks the arrangements and yearly reports of safeguarding partnerships to contain.`,
    canonical: found ? `/guidance/${found.edition.id}` : undefined,
  });

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await findEdition(params.edition ?? "");
  if (!found) throw notFound();
  return found;
}

export default function GuidanceEdition() {
  const { edition, replacedBy, dates, arrangements, yearlyReport } = useLoaderData<typeof loader>();
  return (
    <PublicFrame before={<BackLink href="/guidance" text="Back to all editions" />}>
      <h1 className="govuk-heading-l">{edition.title}</h1>
      <p className="govuk-body-l">What this edition of the guidance asks safeguarding partnerships to publish.</p>
      {replacedBy && <InsetText>Replaced by <a className="govuk-link" href={`/guidance/${replacedBy.id}`}>{replacedBy.title}</a>.</InsetText>}
      <p className="govuk-body">“Must” is required by law. “Should” is asked for: a partnership covers it or says why not. {edition.note.includes("own words") ? "" : "The summaries are in our own words. "}{edition.note}</p>
      <GuidanceItems id="arrangements" title="In the arrangements" items={arrangements} />
      <GuidanceItems id="yearly-report" title="In the yearly report" items={yearlyReport} />
      <GuidanceDates dates={dates} />
      <FactsStrip
        facts={[
          { term: "Published", description: showMonth(edition.published) },
          { term: "Items", description: String(arrangements.length + yearlyReport.length) },
          { term: "Checked", description: `${String([...arrangements, ...yearlyReport].filter((item) => item.confidence === "verified").length)} of our summaries were checked against the source` },
        ]}
      />
    </PublicFrame>
  );
}
