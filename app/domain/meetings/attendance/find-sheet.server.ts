import { nameOf, readChoices } from "#app/domain/funding/shared/names.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";

import type { Sheet, SheetLine } from "../meeting-view.ts";
import { readAgencyChoices, readAttendance, readParties } from "./parties.server.ts";

/** The list of who came to a meeting that the partnership hosts. */
export async function findSheet(actor: SessionActor, partnershipId: string, meetingId: string): Promise<Sheet> {
  return as(actor, async (tx) => {
    const choices = await readChoices(tx);
    const recorded = await readAttendance(tx, [meetingId]);
    const parties = await readParties(tx, meetingId);
    const asked = parties.map(({ ofPartnershipId, seatId, postId, body, office }): SheetLine => {
      const before = recorded.find((each) => (seatId === null ? each.postId === postId : each.seatId === seatId));
      return { id: seatId ?? postId ?? "", body, office, kind: seatId === null ? "education" : "seat", partnership: nameOf(choices, ofPartnershipId), status: before?.status ?? null, deputyPost: before?.deputyPost ?? null };
    });
    const agencies = recorded.flatMap(({ membershipId, body, ofPartnershipId, status, deputyPost }): SheetLine[] =>
      membershipId === null ? [] : [{ id: membershipId, body, office: null, kind: "agency", partnership: nameOf(choices, ofPartnershipId), status, deputyPost }],
    );
    return { lines: [...asked, ...agencies], agencies: await readAgencyChoices(tx, partnershipId) };
  });
}
