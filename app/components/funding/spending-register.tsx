import { Table } from "#app/components/govuk/table.tsx";
import type { SpendingLine } from "#app/domain/funding/funding-view.ts";
import { totalOf } from "#app/domain/funding/rules.ts";
import { spendingCategoryLabels, wholeShare } from "#app/domain/funding/vocabulary.ts";

import { Amount } from "./amount.tsx";

interface SpendingRegisterProps {
  lines: readonly SpendingLine[];
  /** Whether a signed budget is in force. */
  signed: boolean;
  /** The address of a line; without one the names are no links. */
  linkTo?: (lineId: string) => string;
}

/** What the money is spent on, with its total. */
export function SpendingRegister({ lines, signed, linkTo }: SpendingRegisterProps) {
  const joint = lines.some((line) => line.childrenShare < wholeShare);
  const amounts = (of: SpendingLine) => (signed ? [of.signed, of.varied, of.actualPence] : [of.pence, of.actualPence]);
  const labels = signed ? ["Signed", "As varied", "Spent"] : ["Budget", "Spent"];
  const totals = labels.map((_label, at) => totalOf(lines.map((line) => amounts(line)[at] ?? null)));
  const rows = lines.map((line) => ({
    key: line.id,
    cells: [
      linkTo ? <a key="what" className="govuk-link" href={linkTo(line.id)}>{line.description}</a> : line.description,
      spendingCategoryLabels[line.category],
      ...(joint ? [`${String(line.childrenShare / 100)}%`] : []),
      ...amounts(line).map((pence, at) => <Amount key={String(at)} pence={pence} />),
    ],
  }));
  return (
    <Table
      caption="Spending"
      captionHidden
      columns={[{ label: "What is paid for" }, { label: "Kind" }, ...(joint ? [{ label: "For children", format: "numeric" as const }] : []), ...labels.map((label) => ({ label, format: "numeric" as const }))]}
      rows={[...rows, { key: "total", cells: ["Total spending", "", ...(joint ? [""] : []), ...totals.map((total, at) => <strong key={String(at)}><Amount pence={total} /></strong>)] }]}
    />
  );
}
