import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";

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

/** A body that may become a partner. */
export interface PartnerToAdd {
  code: string;
  text: string;
}

/** A seat whose body ends, as People and home say it. */
export interface SuccessionNotice {
  seatId: string;
  organisation: string;
  lastDay: string;
  ended: boolean;
  successor: string | null;
  /** The proposal that waits for agreement. */
  proposalId: string | null;
  mayPropose: boolean;
}

/** Whether the reader can propose the succession now: its successor is named, and nobody has proposed it yet. */
export function waitsForReader({ successor, proposalId, mayPropose }: SuccessionNotice): boolean {
  return mayPropose && successor !== null && proposalId === null;
}

/** A seat that may end, and what depends on it. Null: vacant. */
export interface SeatToChange {
  seatId: string;
  organisation: string;
  today: string;
  lead: string | null;
  delegate: string | null;
  /** What is delegated. */
  delegations: string[];
  /** Versions that await its signature, or have it and await others. */
  versions: { kind: DocumentKind; number: number }[];
  /** Open proposals about its offices. */
  proposals: number;
  /** The proposal to end or succeed it that waits for agreement. */
  proposalId: string | null;
}

/** One guided step: a body that ends, its successor, and everything here that depends on it. */
export interface SuccessionView {
  organisation: string;
  lastDay: string;
  from: string;
  today: string;
  successor: string | null;
  /** The seat the successor has here already. */
  mergesInto: { organisation: string; lead: string | null } | null;
  seats: SeatToChange[];
}
