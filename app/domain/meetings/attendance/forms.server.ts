import { z } from "zod";

import { findInWords, notLookedAt } from "#app/domain/documents/identifiers/identifying-words.ts";
import { revisionField } from "#app/domain/shared/guarded-words.server.ts";

import { attendanceStatuses } from "../vocabulary.ts";
import { line } from "../words.server.ts";
import { type AttendanceEntry, deputyWords } from "./record-attendance.server.ts";

/** Somebody whose line the form has; a seat must be answered, others may be left out. */
export interface ListedParty {
  id: string;
  body: string;
  needed: boolean;
}

/** The list as somebody types it. `added` are lines for agencies that are not on it yet, by name. */
export interface TypedAttendance {
  rows: readonly { id: string; status: string; deputy: string }[];
  added: readonly { name: string; status: string; deputy: string }[];
  looked: string;
  revision: string;
}

type Issue = { path: readonly PropertyKey[]; message: string };
export type AttendanceRead = { success: true; data: { entries: AttendanceEntry[]; looked: string[]; revision: number } } | { success: false; error: { issues: readonly Issue[] } };

const statusField = z.enum(attendanceStatuses);
const deputyField = line("The post of the deputy", "Enter the deputy’s post, not their name", { min: 2, max: 160 });

/** How many agencies can be added at once. */
export const addedAtOnce = 3;

/** Reads the list and says everything that is wrong with it at once. Fields: `status-<id>`, `deputy-<id>`, `added-<n>`, `addedStatus-<n>`, `addedDeputy-<n>`. */
export function readAttendance(typed: TypedAttendance, parties: readonly ListedParty[], agencies: readonly { id: string; name: string }[]): AttendanceRead {
  const issues: Issue[] = [];
  const entries: AttendanceEntry[] = [];
  const say = (field: string, message: string) => issues.push({ path: [field], message });
  const take = (id: string, { status, deputy }: { status: string; deputy: string }, fields: { status: string; deputy: string }, who: string, needed: boolean) => {
    const read = statusField.safeParse(status);
    if (!read.success) {
      if (needed) say(fields.status, `Say whether somebody came for ${who}`);
      return;
    }
    if (read.data !== "deputy") {
      entries.push({ id, status: read.data, deputyPost: null });
      return;
    }
    const post = deputyField.safeParse(deputy);
    if (post.success) entries.push({ id, status: "deputy", deputyPost: post.data });
    else say(fields.deputy, post.error.issues[0]?.message ?? "Check the post");
  };
  for (const { id, body, needed } of parties) {
    take(id, typed.rows.find((row) => row.id === id) ?? { status: "", deputy: "" }, { status: `status-${id}`, deputy: `deputy-${id}` }, body, needed);
  }
  for (const [at, added] of typed.added.entries()) {
    const name = added.name.trim().toLowerCase();
    if (name === "") continue;
    const field = `added-${String(at)}`;
    const named = agencies.filter((agency) => agency.name.toLowerCase() === name);
    const [agency] = named;
    if (!agency) say(field, "Choose an agency of the register, by its name there");
    else if (named.length > 1) say(field, "Several agencies of the register have this name: only one of them can be added here once it is renamed");
    else if (entries.some((entry) => entry.id === agency.id)) say(field, `${agency.name} is on the list already`);
    else take(agency.id, added, { status: `addedStatus-${String(at)}`, deputy: `addedDeputy-${String(at)}` }, agency.name, true);
  }
  const looked = typed.looked.slice(0, 2_000).split(",").filter(Boolean);
  const found = notLookedAt(findInWords(deputyWords(entries)), looked);
  if (found.length > 0) say("looked", `Look at what may identify somebody: ${found.map(({ text }) => text).join("; ")}. Take it out, or say below that it identifies nobody`);
  const revision = revisionField.safeParse(typed.revision);
  if (!revision.success) say("revision", revision.error.issues[0]?.message ?? "The form is incomplete");
  return issues.length > 0 || !revision.success ? { success: false, error: { issues } } : { success: true, data: { entries, looked, revision: revision.data } };
}
