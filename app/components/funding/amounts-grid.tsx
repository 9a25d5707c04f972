import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { GridColumn, GridRow } from "#app/domain/funding/amounts-grid.ts";
import { typedMoney } from "#app/domain/shared/money.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

export interface AmountsGridProps {
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** Amounts of many lines in one form. Fields are reached in the order they are read, row by row. */
export function AmountsGrid({ columns, rows, values, errors, submissionKey, cancelHref }: AmountsGridProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <div className="grid">
        <Table
          caption="Amounts"
          captionHidden
          columns={[{ label: "Line" }, ...columns.map(({ label }) => ({ label }))]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <>
                {row.name}
                <input type="hidden" name={`revision-${row.id}`} value={typedOr(values, `revision-${row.id}`, String(row.revision))} />
              </>,
              ...columns.map((column) => <Cell key={column.name} row={row} column={column} values={values} error={errors[`${column.name}-${row.id}`]} />),
            ],
          }))}
        />
      </div>
      <ButtonGroup>
        <Button>Save all</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function Cell({ row, column, values, error }: { row: GridRow; column: GridColumn; values?: FormValues; error?: string }) {
  const name = `${column.name}-${row.id}`;
  const pence = row.amounts[column.field];
  if (pence === undefined) return <span className="muted">{row.fixed}</span>;
  return (
    <>
      {error && <p id={`${name}-error`} className="govuk-error-message"><span className="govuk-visually-hidden">Error:</span> {error}</p>}
      <input
        className={`govuk-input govuk-input--width-10${error ? " govuk-input--error" : ""}`}
        id={name}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typedOr(values, name, typedMoney(pence))}
        aria-label={`${column.label}, ${row.name}, in pounds`}
        aria-describedby={error ? `${name}-error` : undefined}
      />
    </>
  );
}
