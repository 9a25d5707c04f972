import type { AttendanceStatus } from "../vocabulary.ts";

/** One line of one list of who came: of which meeting, who, and whether. */
export interface AttendanceRecord {
  meetingId: string;
  status: AttendanceStatus;
  /** What the person was there for, and the key under which their lines are counted together. */
  of: "partner" | "education" | "agency";
  key: string;
  body: string;
}

/** How often one body was asked and came in a period. */
export interface AttendanceFigure {
  of: AttendanceRecord["of"];
  body: string;
  /** To how many meetings it was asked. */
  asked: number;
  present: number;
  deputy: number;
  apologies: number;
  absent: number;
  /** Of a hundred, rounded: in person or by a deputy. */
  percent: number;
}

export interface AttendanceFigures {
  /** How many meetings were held, of all kinds that were asked for. */
  held: number;
  /** Statutory partners in the order of their first line, then education together, its representatives, then agencies by name. */
  rows: AttendanceFigure[];
  /** Meetings at which anybody came for education, whoever it was; a meeting to which nobody was asked counts as one without. */
  education: { came: number; percent: number | null };
}

/** The figures of a period. @param held the meetings that were held in it, whether or not anybody is on their list */
export function attendanceFigures(held: readonly string[], records: readonly AttendanceRecord[]): AttendanceFigures {
  const counted = records.filter((record) => held.includes(record.meetingId));
  const groups = new Map<string, AttendanceRecord[]>();
  for (const record of counted) {
    const key = `${record.of} ${record.key}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const figures = [...groups.values()].flatMap((own) => figureOf(own));
  const of = (what: AttendanceRecord["of"]) => figures.filter((figure) => figure.of === what);
  const came = new Set(counted.filter((record) => record.of === "education" && wasThere(record.status)).map((record) => record.meetingId)).size;
  return {
    held: held.length,
    rows: [...of("partner"), ...byName(of("education")), ...byName(of("agency"))],
    education: { came, percent: held.length === 0 ? null : rounded(came, held.length) },
  };
}

function figureOf(records: readonly AttendanceRecord[]): AttendanceFigure[] {
  const last = records.at(-1);
  if (!last) return [];
  const count = (status: AttendanceStatus) => records.filter((record) => record.status === status).length;
  const [present, deputy] = [count("present"), count("deputy")];
  return [{ of: last.of, body: last.body, asked: records.length, present, deputy, apologies: count("apologies"), absent: count("absent"), percent: rounded(present + deputy, records.length) }];
}

function wasThere(status: AttendanceStatus): boolean {
  return status === "present" || status === "deputy";
}

function rounded(part: number, whole: number): number {
  return Math.round((part / whole) * 100);
}

function byName(figures: AttendanceFigure[]): AttendanceFigure[] {
  return figures.sort((a, b) => a.body.localeCompare(b.body, "en-GB"));
}

export const figureColumns = ["who", "for", "asked", "present", "deputy", "apologies", "absent", "percent_there"] as const;

export const figureLabels: Record<AttendanceRecord["of"], string> = { partner: "Statutory partner", education: "Education", agency: "Relevant agency" };

/** A figure as a row of a file, in the order of the columns. */
export function figureCells({ body, of, asked, present, deputy, apologies, absent, percent }: AttendanceFigure): string[] {
  return [body, figureLabels[of], ...[asked, present, deputy, apologies, absent, percent].map(String)];
}
