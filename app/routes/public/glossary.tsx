import { glossaryTerms, termId } from "#app/components/facts/glossary-terms.ts";
import { InformationPage } from "#app/components/frame/information-page.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Glossary", description: "The words and abbreviations used for safeguarding partnerships in England, in plain English.", canonical: "/glossary" });

export default function Glossary() {
  return (
    <InformationPage title="Glossary" lead="The words and abbreviations used on this site, in plain English." updated="22 November 2026">
      <dl className="glossary">
        {glossaryTerms.map(({ term, short, meaning }) => (
          <div key={term} id={termId(term)}>
            <dt>{term}{short && ` (${short})`}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </InformationPage>
  );
}
