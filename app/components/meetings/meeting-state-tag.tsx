import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import type { MeetingView } from "#app/domain/meetings/meeting-view.ts";
import { type MeetingState, meetingStateLabels } from "#app/domain/meetings/vocabulary.ts";

const tones: Record<MeetingState, TagTone | undefined> = { planned: undefined, held: "yellow", approved: "green", cancelled: "red" };

/** Where a meeting stands; of one that another partnership proposes, that it waits for an answer. */
export function MeetingStateTag({ meeting: { state, share } }: { meeting: Pick<MeetingView, "state" | "share"> }) {
  return share === "proposed" && state !== "cancelled" ? <Tag text="Proposed to us" tone="purple" /> : <Tag text={meetingStateLabels[state]} tone={tones[state]} />;
}
