import { Table } from "#app/components/govuk/table.tsx";
import { differs, isOpen, type ReconciledLine } from "#app/domain/funding/reconciliation.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import { showChange } from "#app/domain/shared/money.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

import { Amount } from "./amount.tsx";

interface ReconciliationTableProps {
  list: FundingList;
  lines: readonly ReconciledLine[];
  /** Whether explanations are typed here; otherwise they are shown. */
  edit: boolean;
  values?: FormValues;
  errors: Record<string, string>;
}

const words = { contributions: { caption: "Agreed against received", agreed: "Agreed", actual: "Received" }, spending: { caption: "Budget against spent", agreed: "Budget", actual: "Spent" } } as const;

/** What was agreed beside what came of it, line by line, with why they differ. */
export function ReconciliationTable({ list, lines, edit, values, errors }: ReconciliationTableProps) {
  const { caption, agreed, actual } = words[list];
  return (
    <Table
      caption={caption}
      columns={[{ label: "Line" }, { label: agreed, format: "numeric" }, { label: actual, format: "numeric" }, { label: "Difference", format: "numeric" }, { label: "Why" }]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          line.name,
          <Amount key="agreed" pence={line.agreed} />,
          <Amount key="actual" pence={line.actual} />,
          line.difference === null ? <span className="muted">Not known</span> : line.difference === 0 ? "£0" : showChange(line.difference),
          <Why key="why" line={line} edit={edit} values={values} error={errors[`note-${line.id}`]} />,
        ],
      }))}
    />
  );
}

function Why({ line, edit, values, error }: { line: ReconciledLine; edit: boolean; values?: FormValues; error?: string }) {
  if (!differs(line)) return <>As agreed</>;
  if (!edit || line.difference === null) return <>{isOpen(line) ? <strong>{line.difference === null ? "Open: nothing is provided" : "Open: not explained"}</strong> : line.note}</>;
  const name = `note-${line.id}`;
  return (
    <>
      {error && <p id={`${name}-error`} className="govuk-error-message"><span className="govuk-visually-hidden">Error:</span> {error}</p>}
      <input type="hidden" name={`revision-${line.id}`} value={typedOr(values, `revision-${line.id}`, String(line.revision))} />
      <input type="hidden" name={`list-${line.id}`} value={line.list} />
      <textarea className={`govuk-textarea${error ? " govuk-textarea--error" : ""}`} id={name} name={name} rows={2} aria-label={`Why ${line.name} differs`} aria-describedby={error ? `${name}-error` : undefined} defaultValue={typedOr(values, name, line.note)} />
    </>
  );
}
