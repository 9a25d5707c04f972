import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { ReturnRow } from "#app/domain/agencies/assessments/views.ts";
import { agencySectorLabels } from "#app/domain/agencies/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { ReturnStateTag } from "./state-tag.tsx";

interface ReturnsTableProps {
  slug: string;
  returns: readonly ReturnRow[];
  withoutAccount: readonly string[];
  today: string;
}

/** Each return with how far it is. */
export function ReturnsTable({ slug, returns, withoutAccount, today }: ReturnsTableProps) {
  return (
    <Table
      caption="Returns"
      captionHidden
      columns={[{ label: "Agency" }, { label: "Kind of work" }, { label: "Due" }, { label: "State" }, { label: "Challenges" }]}
      rows={returns.map((returned) => ({
        key: returned.id,
        cells: [
          <><a className="govuk-link" href={assessmentsPath(slug, "returns", returned.id)}>{returned.agency}</a>{withoutAccount.includes(returned.membershipId) && <span className="muted"><br />No account</span>}</>,
          agencySectorLabels[returned.sector],
          <>{showDate(returned.dueOn)}{returned.dueOn !== returned.firstDueOn && <span className="muted"><br />First due {showDate(returned.firstDueOn)}</span>}</>,
          <><ReturnStateTag returned={returned} today={today} />{returned.sampled && <> <Tag text="In the sample" /></>}</>,
          challengeWords(returned.challenges),
        ],
      }))}
    />
  );
}

function challengeWords({ waiting, answered, all }: ReturnRow["challenges"]): string {
  if (all === 0) return "None";
  const accepted = all - waiting - answered;
  return [waiting > 0 && `${String(waiting)} waiting`, answered > 0 && `${String(answered)} answered`, accepted > 0 && `${String(accepted)} accepted`].filter(Boolean).join(", ");
}
