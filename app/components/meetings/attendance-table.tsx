import { Table } from "#app/components/govuk/table.tsx";
import type { AttendanceView, QuorumView } from "#app/domain/meetings/meeting-view.ts";
import { quorumWords } from "#app/domain/meetings/rules.ts";
import { attendanceLabels } from "#app/domain/meetings/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Who came, of one partnership. */
export function AttendanceTable({ caption, attendance }: { caption: string; attendance: readonly AttendanceView[] }) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      columns={[{ label: "Who" }, { label: "Whether they came" }]}
      rows={attendance.map((each) => ({
        key: each.seatId ?? each.postId ?? each.membershipId ?? each.body,
        cells: [<>{each.body}{each.postId && <span className="muted"><br />For education</span>}</>, each.deputyPost ? `${attendanceLabels.deputy}: ${each.deputyPost}` : attendanceLabels[each.status]],
      }))}
    />
  );
}

/** Whether there was a quorum, by which rule, for one partnership. */
export function QuorumLine({ quorum: { partnership, rule, quorate, missing }, several, begun }: { quorum: QuorumView; several: boolean; begun: boolean }) {
  const whose = several ? `${partnership}: ` : "";
  if (!rule) return <p className="govuk-body">{whose === "" ? "No" : `${whose}no`} quorum rule is recorded for such a meeting on that day.</p>;
  const said = quorate === null ? (begun ? "Who came is not recorded." : "") : quorate ? "There was a quorum." : `There was no quorum: ${missing.join("; ")}.`;
  return (
    <p className="govuk-body">
      {whose}{said && <><strong>{said}</strong> </>}The rule from {showDate(rule.startsOn)}: {quorumWords(rule)}
    </p>
  );
}
