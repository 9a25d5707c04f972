/** What a draft says about itself. Dates are ISO ("2026-09-30"). */
export interface DraftDetails {
  title: string;
  inForceFrom: string | null;
  nextReviewOn: string | null;
  changeNote: string | null;
}
