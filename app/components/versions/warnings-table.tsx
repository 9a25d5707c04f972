import { Table } from "#app/components/govuk/table.tsx";

/** The warnings that stood when the version was frozen, and why it was frozen all the same. */
export function WarningsTable({ warnings }: { warnings: readonly { code: string; text: string; reason: string }[] }) {
  if (warnings.length === 0) return <p className="govuk-body">There were none.</p>;
  return (
    <Table
      caption="Warnings at freeze, and the reason given for each"
      captionHidden
      firstCellIsHeader={false}
      columns={[{ label: "Warning" }, { label: "Reason given" }]}
      rows={warnings.map((warning) => ({ key: warning.code, cells: [warning.text, warning.reason] }))}
    />
  );
}
