/** A seat whose body ends, and what follows. ISO dates. */
export interface Succession {
  seatId: string;
  organisation: string;
  lastDay: string;
  /** The first day a successor's seat may begin. */
  from: string;
  /** Null while none is named. */
  successor: { id: string; code: string; name: string } | null;
  /** This seat, and the others that the same body follows. */
  seats: { seatId: string; organisation: string; lastDay: string }[];
}
