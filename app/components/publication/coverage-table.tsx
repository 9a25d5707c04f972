import { Fragment } from "react";

import { Table } from "#app/components/govuk/table.tsx";
import type { DocumentFacts } from "#app/domain/publication/record.ts";

type Item = DocumentFacts["coverage"][number];

const strengths = { must: "Must", should: "Should" } as const;

/** What the guidance asks for, and where the document answers it or why not. */
export function CoverageTable({ facts }: { facts: Pick<DocumentFacts, "coverage" | "edition" | "sections"> }) {
  return (
    <Table
      caption={`What ${facts.edition.title} asks for`}
      captionHidden
      columns={[{ label: "What the guidance asks for" }, { label: "Must or should" }, { label: "Where it is" }]}
      rows={facts.coverage.map((item) => ({ key: item.itemId, cells: [item.title, strengths[item.strength], <Where key="where" item={item} sections={facts.sections} />] }))}
    />
  );
}

function Where({ item, sections }: { item: Item; sections: DocumentFacts["sections"] }) {
  if (item.sections.length > 0) {
    return (
      <div>
        {item.sections.map((number, at) => (
          <Fragment key={number}>
            {at > 0 && <br />}
            <a className="govuk-link" href={`#section-${String(number)}`}>{number}. {sections.find((section) => section.number === number)?.title}</a>
          </Fragment>
        ))}
        {!item.inForce && <><br /><span className="muted">Not yet in force: asked for from a later date.</span></>}
      </div>
    );
  }
  if (item.notCovered) return <div><strong>Not covered.</strong> {item.notCovered}</div>;
  return <div>{item.inForce ? "Not covered. No reason is given." : "Not yet in force, so not asked for now."}</div>;
}
