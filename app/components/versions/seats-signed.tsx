import { SeatCards } from "#app/components/facts/seat-cards.tsx";
import type { VersionSeatView } from "#app/domain/documents/version-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface SeatsSignedProps {
  seats: readonly VersionSeatView[];
  /** Whether the version still takes signatures. */
  open: boolean;
  /** The seat that declined, if one did. */
  declinedBy?: string;
}

/** Each seat that must sign, with its signature or who it waits for. */
export function SeatsSigned({ seats, open, declinedBy }: SeatsSignedProps) {
  return <SeatCards seats={seats.map((seat) => ({ body: seat.organisation, ...seatLines(seat, open, seat.seatId === declinedBy) }))} />;
}

function seatLines({ signature, holder, office }: VersionSeatView, open: boolean, declined: boolean) {
  if (signature) {
    return {
      state: "signed" as const,
      lines: [
        <>✓ Signed by {signature.name}, {officeOf(signature)}</>,
        <span className="muted" key="when">{showDate(signature.signedAt)}</span>,
        <span className="muted" key="reference">Reference <span className="unbroken">{signature.reference}</span></span>,
      ],
    };
  }
  const state = holder ? ("open" as const) : ("vacant" as const);
  if (declined || !open) return { state, lines: [declined ? "Declined" : "Did not sign", <span className="muted" key="office">{office}</span>] };
  if (!holder) return { state, lines: [`Not signed yet. ${office}: vacant, so nobody can sign until somebody is appointed.`] };
  return { state, lines: ["Not signed yet", <span className="muted" key="who">{holder.name}, {officeOf(holder)}</span>] };
}

/** "Chief Constable (acting)" */
export function officeOf({ office, acting }: { office: string; acting: boolean }): string {
  return acting ? `${office} (acting)` : office;
}
