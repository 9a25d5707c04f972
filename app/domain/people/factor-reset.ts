/** A reset of somebody's second factor that is not over. Moments are ISO moments. */
export interface FactorReset {
  id: string;
  askedAt: string | null;
  proposedAt: string | null;
  proposedBy: string | null;
  proposer: string | null;
  howChecked: string | null;
  confirmedAt: string | null;
  confirmer: string | null;
  expiresAt: string;
}
