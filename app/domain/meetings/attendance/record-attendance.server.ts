import { eq, inArray } from "drizzle-orm";

import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { meetingAttendance, meetings } from "#db/schema/index.ts";

import { type AtMeeting, changeMeeting, type MeetingRow } from "../lock-meeting.server.ts";
import type { AttendanceStatus } from "../vocabulary.ts";
import { type PartyRow, readAgencyChoices, readParties } from "./parties.server.ts";

/** One line of the list: `id` is a seat's, a post's or an agency's. */
export interface AttendanceEntry {
  id: string;
  status: AttendanceStatus;
  deputyPost: string | null;
}

export interface AttendanceInput extends AtMeeting {
  entries: readonly AttendanceEntry[];
  /** How often the list was saved when the person opened it. */
  revision: number;
  looked: readonly string[];
}

/** After the seats and the representatives of the host. */
const agenciesAt = 900;

/**
 * Records who came; the meeting then was held. Every statutory partner is on the list; whoever is left out was not
 * invited. Refusals: as of every change, and meeting-not-begun, stale (also a partner or an agency that is not there any
 * more), attendance-incomplete, identifier-in-words, words-not-looked-at.
 */
export async function recordAttendance(actor: SessionActor, { entries, revision, looked, ...at }: AttendanceInput, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "record-attendance", at, submission, async (tx, meeting) => {
    if (meeting.startsAt > tx.now) return refused("meeting-not-begun");
    if (meeting.attendanceRevision !== revision) return refused("stale");
    const unfit = refuseWords(deputyWords(entries), looked);
    if (unfit) return unfit;
    const parties = await partiesOf(tx, meeting);
    const known = new Map(parties.map((party) => [idOf(party), party]));
    if (entries.some((entry) => !known.has(entry.id))) return refused("stale");
    const silent = parties.filter((party) => party.seatId !== null && !entries.some((entry) => entry.id === party.seatId));
    if (silent.length > 0) return refused("attendance-incomplete", silent.map((party) => party.body).join("; "));
    await write(tx, meeting, entries, known);
    await tx.db.update(meetings).set({ state: "held", attendanceRevision: revision + 1 }).where(eq(meetings.id, meeting.id));
    const present = entries.filter((entry) => entry.status === "present" || entry.status === "deputy").length;
    await appendToLedger(tx, { type: "meeting.attendance-recorded", partnershipId: at.partnershipId, data: { meetingId: meeting.id, revision: revision + 1, present, listed: entries.length } });
    return done(null);
  });
}

/** What of the list the detectors look through. */
export function deputyWords(entries: readonly Pick<AttendanceEntry, "deputyPost">[]): Record<string, string | null> {
  return { "The post of a deputy": entries.flatMap(({ deputyPost }) => deputyPost ?? []).join("\n") };
}

function idOf({ seatId, membershipId, postId }: PartyRow): string {
  return seatId ?? postId ?? membershipId ?? "";
}

/** Everybody who can be on the list: the seats and representatives of all, and the host's own agencies. */
async function partiesOf(tx: SessionTx, { id, partnershipId }: MeetingRow): Promise<PartyRow[]> {
  const choices = await readAgencyChoices(tx, partnershipId);
  const named = choices.map(({ id: membershipId, name }): PartyRow => ({ ofPartnershipId: partnershipId, seatId: null, membershipId, postId: null, seatKind: null, body: name, office: null, position: agenciesAt }));
  return [...(await readParties(tx, id)), ...named, ...(await readGone(tx, id, choices))];
}

/** Agencies that were on the list and are not in the register any more: what was recorded of them can be kept. */
async function readGone({ db }: SessionTx, meetingId: string, choices: readonly { id: string }[]): Promise<PartyRow[]> {
  const rows = await db.select().from(meetingAttendance).where(eq(meetingAttendance.meetingId, meetingId));
  return rows.filter((row) => row.membershipId !== null && !choices.some((choice) => choice.id === row.membershipId)).map(({ ofPartnershipId, seatId, membershipId, postId, seatKind, body, position }) => ({ ofPartnershipId, seatId, membershipId, postId, seatKind, body, office: null, position }));
}

async function write(tx: SessionTx, { id: meetingId, partnershipId }: MeetingRow, entries: readonly AttendanceEntry[], known: ReadonlyMap<string, PartyRow>): Promise<void> {
  const before = await tx.db.select({ id: meetingAttendance.id }).from(meetingAttendance).where(eq(meetingAttendance.meetingId, meetingId));
  if (before.length > 0) await tx.db.delete(meetingAttendance).where(inArray(meetingAttendance.id, before.map((row) => row.id)));
  const rows = entries.flatMap(({ id, status, deputyPost }) => {
    const party = known.get(id);
    if (!party) return [];
    const { office: _office, ...of } = party;
    return [{ ...of, meetingId, partnershipId, status, deputyPost: status === "deputy" ? deputyPost : null, recordedAt: tx.now, recordedBy: tx.me.personId }];
  });
  if (rows.length > 0) await tx.db.insert(meetingAttendance).values(rows);
}
