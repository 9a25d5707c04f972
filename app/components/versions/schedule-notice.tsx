import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

/** The time set for a version's publication: to come, missed, or how it went. */
export function ScheduleNotice({ version }: { version: Pick<VersionView, "schedule" | "publishedOnSchedule" | "publishedAt"> }) {
  const { schedule, publishedOnSchedule, publishedAt } = version;
  if (schedule?.overdue) {
    return (
      <div className="overdue">
        <WarningText>
          This version was to be published on {showMoment(schedule.dueAt)}, and is not. {schedule.failedAt ? "The portal tried and could not; it goes on trying." : "The portal publishes it as soon as it can."} You can publish it now.
        </WarningText>
      </div>
    );
  }
  if (schedule) return <InsetText>It publishes itself on {showMoment(schedule.dueAt)}, London time, as {schedule.by} set. Until then it can be moved, or taken off the schedule.</InsetText>;
  if (!publishedOnSchedule || !publishedAt) return null;
  const { by, dueAt, late } = publishedOnSchedule;
  return (
    <InsetText>
      {late
        ? `It was set for ${showMoment(dueAt)} by ${by}. The portal could not publish it then, and did so on ${showMoment(publishedAt)}.`
        : `It published itself at the time that ${by} had set.`}
    </InsetText>
  );
}
