import { youngPeople } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import type { PublishedVersion } from "#app/domain/publication/rules.ts";
import { joinNames } from "#app/domain/documents/version-state.ts";

import { DocumentFactsStrip } from "./document-facts.tsx";
import { StateBanner } from "./state-banner.tsx";

export interface YoungPeoplePageProps {
  facts: DocumentFacts;
  version: PublishedVersion;
  versions: readonly PublishedVersion[];
  /** The page as it was rendered when the version was frozen: one part of what was signed. */
  html: string;
}

/** The page for children and young people of one version: who helps first, then the signed words. */
export function YoungPeoplePage({ facts, version, versions, html }: YoungPeoplePageProps) {
  const at = { slug: facts.partnership.slug, kind: version.kind };
  const whole = version.state === "published" ? pathTo.document(at) : pathTo.version(at, version.number);
  return (
    <>
      <StateBanner at={at} version={version} newest={versions[0] ?? version} />
      <h1 className="govuk-heading-l">{youngPeople.audience}</h1>
      <HelpNow slug={at.slug} />
      <div className="prose young-page" dangerouslySetInnerHTML={{ __html: html }} />
      <section className="young-signed" aria-labelledby="signed-by">
        <h2 className="govuk-heading-m" id="signed-by">Who says so</h2>
        <p className="govuk-body">This page is part of what the leaders of {joinNames(facts.signatures.map((signature) => signature.organisation))} signed.</p>
        <ul className="govuk-list">
          <li><a className="govuk-link" href={whole}>Read everything they signed</a>. It is long, and it is written for adults.</li>
          <li><a className="govuk-link" href={pathTo.verify(version.sha256.content)}>Check the signatures</a></li>
        </ul>
      </section>
      <DocumentFactsStrip facts={facts} version={version} part={pathTo.youngPeople(at, version.number)} />
    </>
  );
}

/** Help a child can get now, before anything else on the page. */
function HelpNow({ slug }: { slug: string }) {
  return (
    <section className="young-help" aria-labelledby="help-now">
      <h2 id="help-now">Need help now?</h2>
      <ul>
        <li>In danger? <a href="tel:999">Call 999</a></li>
        <li>Want to talk? <a href="tel:08001111">Call Childline on 0800 1111</a>. It is free, and it does not show on the phone bill.</li>
        <li>Worried about you or a friend? <a href={pathTo.reportAConcern(slug)}>How to tell somebody</a></li>
      </ul>
    </section>
  );
}
