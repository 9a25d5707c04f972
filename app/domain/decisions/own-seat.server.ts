import type { Me } from "#db/client.server.ts";

export interface OwnSeat {
  seatId: string;
  body: string;
  appointmentId: string;
  /** "Chief Executive, Northmoor Council" */
  office: string;
}

/** The seats of the partnership that this person leads today. */
export function ownSeats(me: Me, partnershipId: string): OwnSeat[] {
  return me.holds.flatMap(({ partnershipId: where, role, seatId, organisation, appointmentId, office }) =>
    where === partnershipId && role === "lsp" && seatId !== null && organisation !== null ? [{ seatId, body: organisation, appointmentId, office: `${office}, ${organisation}` }] : [],
  );
}
