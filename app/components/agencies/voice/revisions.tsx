import { Table } from "#app/components/govuk/table.tsx";
import { Chosen, SpeaksFor } from "#app/components/publication/voice/chosen.tsx";
import type { Representation } from "#app/domain/publication/voice.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What was recorded of a representative, the newest first: nothing recorded is changed, the newest applies. */
export function Revisions({ revisions }: { revisions: readonly Representation[] }) {
  if (revisions.length === 0) return <p className="govuk-body">Nothing is recorded yet of how they were chosen.</p>;
  return (
    <Table
      caption="What was recorded"
      columns={[{ label: "Recorded" }, { label: "How they were chosen" }, { label: "For whom they speak" }]}
      rows={revisions.map((revision, at) => ({
        key: String(revisions.length - at),
        cells: [<>{showDate(revision.recordedOn)}{at === 0 && <span className="muted"><br />Applies now</span>}</>, <Chosen key="chosen" representation={revision} over={false} />, <SpeaksFor key="for" representation={revision} />],
      }))}
    />
  );
}
