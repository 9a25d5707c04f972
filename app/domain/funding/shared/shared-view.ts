import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

import type { Sector } from "../vocabulary.ts";
import type { PartState, ShareMethod } from "./vocabulary.ts";

/** One payer's amount for several partnerships as the portal's pages show it. Client-safe. Amounts are pence. */

/** What is divided, and how. `childrenShare` is in hundredths of a percent. */
export interface SharedDetails {
  year: FinancialYear;
  contributor: string;
  sector: Sector;
  payer: string | null;
  pence: number;
  method: ShareMethod;
  childrenShare: number;
  purpose: string;
}

/** What one partnership gets. `weight` is in hundredths. */
export interface PartFigures {
  partnershipId: string;
  name: string;
  weight: number;
  pence: number;
  childrenPence: number;
}

export interface PartAnswer {
  state: PartState;
  /** Why it was declined. */
  reason: string | null;
  answeredAt: Date | null;
}

export type PartView = PartFigures & PartAnswer;

interface Recorded extends SharedDetails {
  id: string;
  revision: number;
  recordedAt: Date;
  withdrawnAt: Date | null;
}

/** As its host sees it: every part, by name. */
export interface SharedView extends Recorded {
  parts: PartView[];
}

/** As a partnership with a part sees it: that part only. */
export interface OfferView extends Recorded, PartAnswer {
  host: { id: string; name: string };
  weight: number;
  /** Of the part; `pence` is the whole. */
  partPence: number;
  partChildrenPence: number;
}

/** The same with what accepting it would need. */
export interface AnswerableOffer extends OfferView {
  /** Whether the partnership has opened the year. */
  yearOpen: boolean;
  /** Whether its budget of the year is signed and published, so that the line is added in the year. */
  budgetSigned: boolean;
}

/** A partnership that can be given a part. */
export interface PartnershipChoice {
  id: string;
  name: string;
}
