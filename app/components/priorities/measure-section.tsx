import type { ReactNode } from "react";

import { ChartFigure } from "#app/components/charts/chart-figure.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { figureWords, findingOf, type ShownFigure, type ShownMeasure } from "#app/domain/priorities/shown-measure.ts";
import { directionLabels, frequencyLabels } from "#app/domain/priorities/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

interface MeasureSectionProps {
  measure: ShownMeasure;
  chart: string | null;
  /** Notes beside a figure, by its day. */
  notes?: Readonly<Record<string, string>>;
  children?: ReactNode;
}

/** One measure: what its figures say, their picture, and the table. */
export function MeasureSection({ measure, chart, notes = {}, children }: MeasureSectionProps) {
  const { number, name, definition, unit, direction, partOf, source, frequency, baseline, figures } = measure;
  const id = `measure-${String(number)}-title`;
  const rows = [...(baseline ? [{ ...baseline, what: "Baseline" }] : []), ...figures.map((figure) => ({ ...figure, what: "Figure" }))];
  return (
    <section className="section" aria-labelledby={id}>
      <h3 className="govuk-heading-s" id={id}>{name}</h3>
      <ChartFigure finding={findingOf(measure)} svg={chart} />
      {rows.length > 0 && (
        <Table
          caption={`Figures of ${name}`}
          captionHidden
          columns={[{ label: "Day" }, { label: "What" }, { label: "Value" }, { label: "Source" }]}
          rows={rows.map((row) => ({ key: `${row.what} ${row.on}`, cells: [showDate(row.on), row.what, <Value key="value" figure={row} unit={unit} />, <>{row.source ?? source}{notes[row.on] && <span className="muted"><br />{notes[row.on]}</span>}</>] }))}
        />
      )}
      <p className="govuk-body muted">{withFullStop(definition)} {directionLabels[direction]}. {frequencyLabels[frequency]}, from: {source}.{partOf && ` Part of: ${partOf}.`}</p>
      {children}
    </section>
  );
}

function Value({ figure, unit }: { figure: ShownFigure; unit: string }) {
  return figure.value === null ? <span className="muted">{figureWords(figure, unit)}</span> : <>{figureWords(figure, unit)}</>;
}
