import { showDate } from "#app/domain/shared/dates.ts";

import type { VersionStanding } from "./drafting-view.ts";
import { versionStatusLabels } from "./vocabulary.ts";

/** "edited today by Lena Roe", "edited on 3 June 2026". `today` is London's date. */
export function editedLine(editedAt: Date, editedBy: string | null, today: string): string {
  const when = showDate(editedAt) === showDate(today) ? "today" : `on ${showDate(editedAt)}`;
  return `edited ${when}${editedBy ? ` by ${editedBy}` : ""}`;
}

/** What follows "version 3": "awaiting 1 of 4 signatures: NHS Calder ICB". */
export function standingLine(version: VersionStanding): string {
  switch (version.status) {
    case "awaiting":
      return `awaiting ${String(version.missing.length)} of ${String(version.required)} signatures: ${version.missing.join(", ")}`;
    case "approved":
      return `approved${version.approvedAt ? ` on ${showDate(version.approvedAt)}` : ""}, not yet published`;
    case "published":
      return `published${version.publishedAt ? ` on ${showDate(version.publishedAt)}` : ""}`;
    case "declined":
      return `declined${version.closedAt ? ` on ${showDate(version.closedAt)}` : ""}`;
    case "withdrawn":
      return `withdrawn${version.closedAt ? ` on ${showDate(version.closedAt)}` : ""}`;
    default:
      return versionStatusLabels[version.status].toLowerCase();
  }
}

/** A section's state in words, with the tone that repeats it. */
export function sectionState(section: { empty: boolean; problems: number }): { text: string; tone?: "grey" | "yellow" } {
  if (section.empty) return { text: "Empty", tone: "grey" };
  if (section.problems === 0) return { text: "Written" };
  return { text: section.problems === 1 ? "1 thing to put right" : `${String(section.problems)} things to put right`, tone: "yellow" };
}

/** "2 errors, 1 warning", "No errors, no warnings". */
export function readinessCount({ errors, warnings }: { errors: readonly unknown[]; warnings: readonly unknown[] }): string {
  const count = (list: readonly unknown[], one: string, none: string) => (list.length === 0 ? none : `${String(list.length)} ${one}${list.length === 1 ? "" : "s"}`);
  return `${count(errors, "error", "No errors")}, ${count(warnings, "warning", "no warnings")}`;
}
