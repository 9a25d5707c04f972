/** Minutes after its set time from which a publication is late, or overdue. A job looks every second. */
export const graceMinutes = 5;

export function isLate(dueAt: Date, at: Date): boolean {
  return at.getTime() - dueAt.getTime() > graceMinutes * 60_000;
}

/** A time that stands for a version, or under which it was published. */
export interface ScheduleView {
  dueAt: Date;
  by: string;
  /** Not published though its time has passed, or tried and failed. */
  overdue: boolean;
  /** The first try that failed. */
  failedAt: Date | null;
}

/** How a version was published at a set time. */
export interface PublishedOnSchedule {
  dueAt: Date;
  by: string;
  late: boolean;
}
