import { Table } from "#app/components/govuk/table.tsx";
import { MarkedText } from "#app/components/versions/marked-text.tsx";
import { type Comparison, describeChange, type DiffLine, type SectionDiff } from "#app/domain/documents/comparison.ts";

/** The sections in short, each a link to its differences. */
export function ChangesContents({ sections }: { sections: readonly SectionDiff[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {sections.map((section) => (
        <li key={section.id}>
          <a className="govuk-link" href={`#changes-${section.id}`}>{heading(section)}</a>: {lowerFirst(describeChange(section))}
        </li>
      ))}
    </ul>
  );
}

/** Dates, signatories and stated gaps that differ. */
export function FactsChanged({ comparison }: { comparison: Comparison }) {
  const { before, after, facts } = comparison;
  if (facts.length === 0) return null;
  return (
    <Table
      caption="Dates, signatories and stated gaps"
      columns={[{ label: "What" }, { label: `Version ${String(before)}` }, { label: `Version ${String(after)}` }]}
      rows={facts.map((fact) => ({ key: fact.fact, cells: [fact.fact, fact.before ?? "Not stated", fact.after ?? "Not stated"] }))}
    />
  );
}

/** One section with what was inserted and deleted. */
export function SectionChanges({ section }: { section: SectionDiff }) {
  return (
    <section className="section" aria-labelledby={`changes-${section.id}`}>
      <h2 className="govuk-heading-m" id={`changes-${section.id}`}>
        {section.number}. <MarkedText parts={section.title} />
      </h2>
      <p className="govuk-body muted">{describeChange(section)}</p>
      <div className="prose">{section.lines.map((line, at) => <Line key={at} line={line} />)}</div>
    </section>
  );
}

function Line({ line }: { line: DiffLine }) {
  const words = <MarkedText parts={line.parts} />;
  if (line.kind === "heading") return <h3>{words}</h3>;
  if (line.kind === "item") return <p className="diff-item">{words}</p>;
  return <p className={line.kind === "row" ? "diff-row" : undefined}>{words}</p>;
}

function heading(section: SectionDiff): string {
  const after = section.title.filter((part) => part.change !== "removed").map((part) => part.text).join("");
  const before = section.title.filter((part) => part.change !== "added").map((part) => part.text).join("");
  return `${String(section.number)}. ${after || before}`;
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
