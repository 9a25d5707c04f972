import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type BodyList, bodyListTitles, type ListPlan, type PlanState } from "#app/domain/bodies/vocabulary.ts";

const states: readonly PlanState[] = ["new", "changed", "removed", "unchanged"];
const labels: Record<PlanState, { text: string; tone: TagTone }> = {
  new: { text: "New", tone: "green" },
  changed: { text: "Changed", tone: "yellow" },
  removed: { text: "Removed", tone: "red" },
  unchanged: { text: "Unchanged", tone: "grey" },
};

/** What loading a file would change, before it is loaded. */
export function ListPreview({ list, plan, text, submissionKey }: { list: BodyList; plan: ListPlan; text: string; submissionKey: string }) {
  const count = (state: PlanState) => plan.rows.filter((row) => row.state === state).length;
  const changing = plan.rows.filter((row) => row.state !== "unchanged");
  return (
    <>
      <span className="govuk-caption-l">{bodyListTitles[list]}</span>
      <h1 className="govuk-heading-l">Check before loading</h1>
      <p className="govuk-body">{states.map((state) => `${labels[state].text}: ${String(count(state))}`).join(" · ")}</p>
      {changing.length === 0 ? (
        <p className="govuk-body">Everything in this file is recorded already. There is nothing to load.</p>
      ) : (
        <>
          <Table
            caption="What would change"
            captionHidden
            columns={[{ label: "What" }, { label: "State" }, { label: "Before" }, { label: "After" }]}
            rows={changing.map(({ what, state, before, after }, at) => ({ key: String(at), cells: [what, <Tag key="state" {...labels[state]} />, before ?? "—", after ?? "—"] }))}
          />
          <form method="post" action={`/admin/bodies/${list}/confirm`}>
            <SubmissionKey value={submissionKey} />
            <input type="hidden" name="text" value={text} />
            <input type="hidden" name="plan" value={plan.sha256} />
            <Button>Load this list</Button>
          </form>
        </>
      )}
    </>
  );
}
