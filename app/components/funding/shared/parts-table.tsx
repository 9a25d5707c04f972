import { Table } from "#app/components/govuk/table.tsx";
import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import { totalOf, typedWeight } from "#app/domain/funding/shared/rules.ts";
import type { PartAnswer, PartFigures } from "#app/domain/funding/shared/shared-view.ts";
import { type PartState, partStateLabels, type ShareMethod } from "#app/domain/funding/shared/vocabulary.ts";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney } from "#app/domain/shared/money.ts";

export interface PartsTableProps {
  caption: string;
  method: ShareMethod;
  childrenShare: number;
  /** With answers once they are offered. */
  parts: readonly (PartFigures & Partial<PartAnswer>)[];
}

const tones: Record<PartState, TagTone | undefined> = { proposed: "grey", accepted: "green", declined: "red" };

/** What each partnership gets, and the total, which is the whole. */
export function PartsTable({ caption, method, childrenShare, parts }: PartsTableProps) {
  const total = totalOf(parts);
  const isPot = childrenShare < wholeShare;
  const answered = parts.some((part) => part.state !== undefined);
  const columns = [
    { label: "Partnership" },
    ...(method === "weighted" ? [{ label: "Weight", format: "numeric" as const }] : []),
    { label: "Share", format: "numeric" as const },
    ...(isPot ? [{ label: "For children", format: "numeric" as const }] : []),
    ...(answered ? [{ label: "Answer" }] : []),
  ];
  const cells = (weight: string, pence: number, childrenPence: number) => [...(method === "weighted" ? [weight] : []), showMoney(pence), ...(isPot ? [showMoney(childrenPence)] : [])];
  const rows = parts.map((part) => ({
    key: part.partnershipId,
    cells: [part.name, ...cells(typedWeight(part.weight), part.pence, part.childrenPence), ...(part.state ? [<Answer key="answer" state={part.state} reason={part.reason ?? null} answeredAt={part.answeredAt ?? null} />] : [])],
  }));
  const weights = parts.reduce((sum, part) => sum + part.weight, 0);
  const totals = cells(typedWeight(weights), total.pence, total.childrenPence).map((sum, at) => <strong key={at}>{sum}</strong>);
  return <Table caption={caption} captionSize="m" columns={columns} rows={[...rows, { key: "total", cells: ["Total", ...totals, ...(answered ? [`${String(parts.filter((part) => part.state === "accepted").length)} of ${String(parts.length)} accepted`] : [])] }]} />;
}

function Answer({ state, reason, answeredAt }: PartAnswer) {
  return (
    <>
      <span className="together"><Tag text={partStateLabels[state]} tone={tones[state]} /></span>
      {answeredAt && <span className="item-summary">On {showDate(answeredAt)}</span>}
      {reason && <span className="item-summary">{reason}</span>}
    </>
  );
}
