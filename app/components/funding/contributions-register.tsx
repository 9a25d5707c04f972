import { Table } from "#app/components/govuk/table.tsx";
import type { ContributionLine } from "#app/domain/funding/funding-view.ts";
import { totalOf } from "#app/domain/funding/rules.ts";
import { contributionFormLabels, notValued, wholeShare } from "#app/domain/funding/vocabulary.ts";

import { Amount } from "./amount.tsx";

interface ContributionsRegisterProps {
  lines: readonly ContributionLine[];
  /** Whether a signed budget is in force. */
  signed: boolean;
  /** The address of a line, for whoever may change it. */
  linkTo?: (lineId: string) => string | null;
}

/** What comes in, in cash with its total, then in kind, which is never added to it. */
export function ContributionsRegister({ lines, signed, linkTo }: ContributionsRegisterProps) {
  const cash = lines.filter((line) => line.form === "cash");
  const inKind = lines.filter((line) => line.form === "in-kind");
  return (
    <>
      {cash.length > 0 && <CashTable lines={cash} signed={signed} linkTo={linkTo} />}
      {inKind.length > 0 && (
        <Table
          caption="In kind, not part of the cash"
          captionSize="s"
          columns={[{ label: "Contributor" }, { label: "Help" }, { label: "Value", format: "numeric" }]}
          rows={inKind.map((line) => ({ key: line.id, cells: [<Who key="who" line={line} linkTo={linkTo} />, line.purpose, <Amount key="value" pence={line.pence} none={notValued} />] }))}
        />
      )}
    </>
  );
}

function CashTable({ lines, signed, linkTo }: ContributionsRegisterProps) {
  const joint = lines.some((line) => line.childrenShare < wholeShare);
  const amounts = (of: ContributionLine) => (signed ? [of.signed, of.varied, of.invoicedPence, of.receivedPence] : [of.pence, of.invoicedPence, of.receivedPence]);
  const labels = signed ? ["Signed", "As varied", "Invoiced", "Received"] : ["Agreed", "Invoiced", "Received"];
  const totals = labels.map((_label, at) => totalOf(lines.map((line) => amounts(line)[at] ?? null)));
  const rows = lines.map((line) => ({
    key: line.id,
    cells: [<Who key="who" line={line} linkTo={linkTo} />, line.purpose || "—", ...(joint ? [`${String(line.childrenShare / 100)}%`] : []), ...amounts(line).map((pence, at) => <Amount key={String(at)} pence={pence} />)],
  }));
  return (
    <Table
      caption={contributionFormLabels.cash}
      captionSize="s"
      columns={[{ label: "Contributor" }, { label: "What for" }, ...(joint ? [{ label: "For children", format: "numeric" as const }] : []), ...labels.map((label) => ({ label, format: "numeric" as const }))]}
      rows={[...rows, { key: "total", cells: ["Total in cash", "", ...(joint ? [""] : []), ...totals.map((total, at) => <strong key={String(at)}><Amount pence={total} /></strong>)] }]}
    />
  );
}

function Who({ line, linkTo }: { line: ContributionLine } & Pick<ContributionsRegisterProps, "linkTo">) {
  const { id, contributor, payer, ringFenced, sharedId } = line;
  const more = [payer && `paid by ${payer}`, ringFenced && "ring-fenced grant", sharedId && "part of one payer’s amount"].filter(Boolean).join(", ");
  const href = linkTo?.(id);
  return (
    <>
      {href ? <a className="govuk-link" href={href}>{contributor}</a> : contributor}
      {more && <span className="muted"><br />{more}</span>}
    </>
  );
}
