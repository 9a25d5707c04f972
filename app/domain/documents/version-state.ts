import { showDate, showMoment } from "#app/domain/shared/dates.ts";

import type { VersionStatus } from "./vocabulary.ts";
import { versionStatusLabels } from "./vocabulary.ts";

/** "one", "two" … "ten", then figures. */
export function inWords(count: number): string {
  return ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"][count] ?? String(count);
}

/** "Westvale Council, NHS Calder ICB and Calder Police". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** "1 signature", "4 signatures". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

interface Standing {
  status: VersionStatus;
  frozenAt: Date;
  approvedAt: Date | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  takenDownAt: Date | null;
  supersededBy: number | null;
  decline: { organisation: string } | null;
  schedule?: { dueAt: Date } | null;
  seats: readonly { organisation: string; signature: unknown }[];
}

/** Where a version stands, in one line: "Awaiting 1 of 4 signatures: NHS Calder ICB, since 3 June 2026". */
export function stateLine(version: Standing): string {
  const line = standing(version);
  return version.takenDownAt ? `Taken down for safety on ${showDate(version.takenDownAt)}. Before that: ${line.charAt(0).toLowerCase()}${line.slice(1)}` : line;
}

function standing(version: Standing): string {
  const { seats, supersededBy } = version;
  const missing = seats.filter((seat) => !seat.signature);
  const on = (date: Date | null) => (date ? ` on ${showDate(date)}` : "");
  switch (version.status) {
    case "awaiting":
      return `Awaiting ${String(missing.length)} of ${countOf(seats.length, "signature")}: ${joinNames(missing.map((seat) => seat.organisation))}, since ${showDate(version.frozenAt)}`;
    case "approved":
      return `Approved${on(version.approvedAt)}: every seat has signed. Not yet published`;
    case "published":
      return `Published${on(version.publishedAt)}`;
    case "superseded":
      return `Superseded${supersededBy ? ` by version ${String(supersededBy)}` : ""}${on(version.closedAt)}`;
    case "withdrawn":
      return `Withdrawn from publication${on(version.closedAt)}`;
    case "declined":
      return `Declined${version.decline ? ` by ${version.decline.organisation}` : ""}${on(version.closedAt)}`;
    case "scheduled":
      return version.schedule ? `Scheduled for publication on ${showMoment(version.schedule.dueAt)}, London time` : versionStatusLabels.scheduled;
  }
}

/** The tone that repeats a version's state beside its words. */
export function stateTone(version: { status: VersionStatus; takenDownAt: Date | null }): "green" | "yellow" | "red" | "grey" | undefined {
  if (version.takenDownAt) return "red";
  const tones = { awaiting: "yellow", approved: undefined, scheduled: undefined, published: "green", superseded: "grey", withdrawn: "red", declined: "red" } as const;
  return tones[version.status];
}

/** A version's state as a tag says it. */
export function stateLabel(version: { status: VersionStatus; takenDownAt: Date | null }): string {
  return version.takenDownAt ? "Taken down for safety" : versionStatusLabels[version.status];
}
