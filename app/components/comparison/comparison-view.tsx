import { Table } from "#app/components/govuk/table.tsx";
import { changedSections, type Comparison, describeChange, type DiffLine, type SectionDiff } from "#app/domain/documents/comparison.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import { youngPeople } from "#app/domain/documents/vocabulary.ts";

import { MarkedText } from "./marked-text.tsx";

/** "3 sections changed; 12 sections are the same." */
export function ChangesSummary({ comparison }: { comparison: Comparison }) {
  const changed = changedSections(comparison).length;
  const same = comparison.sections.length - changed;
  if (changed === 0) return <p className="govuk-body">No section changed.</p>;
  return <p className="govuk-body">{countOf(changed, "section")} changed; {same === 0 ? "none is the same" : `${countOf(same, "section is", "sections are")} the same`}.</p>;
}

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
export function FactsChanged({ facts, before, after }: Pick<Comparison, "facts"> & { before: string; after: string }) {
  if (facts.length === 0) return null;
  return (
    <Table
      caption="Dates, signatories and stated gaps"
      columns={[{ label: "What" }, { label: before }, { label: after }]}
      rows={facts.map((fact) => ({ key: fact.fact, cells: [fact.fact, fact.before ?? "Not stated", fact.after ?? "Not stated"] }))}
    />
  );
}

/** One section with what was inserted and deleted. Of one that only moved the words are left out, unless `whole`. */
export function SectionChanges({ section, whole = false }: { section: SectionDiff; whole?: boolean }) {
  const lines = section.change === "moved" && !whole ? [] : section.lines;
  return (
    <section className="section" aria-labelledby={`changes-${section.id}`}>
      <h2 className="govuk-heading-m" id={`changes-${section.id}`}>
        {label(section)} <MarkedText parts={section.title} />
      </h2>
      <p className="govuk-body muted">{describeChange(section)}</p>
      {lines.length > 0 && <div className="prose">{lines.map((line, at) => <Line key={at} line={line} />)}</div>}
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
  return `${label(section)} ${after || before}`;
}

function label({ audience, number }: SectionDiff): string {
  return audience ? `${youngPeople.audience}:` : `${String(number)}.`;
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
