import type { AgencyView } from "../agency-view.ts";
import type { ChangeStatus, OwnPart, OwnValues } from "./vocabulary.ts";

/** Parts of a record as somebody proposes them, or as they were. */
export type PartialValues = Partial<OwnValues>;

/** A change that an agency's own people propose. Days are ISO dates. */
export interface AgencyChange {
  id: string;
  /** What the record said when it was proposed, and what it should say: the same parts. */
  before: PartialValues;
  after: PartialValues;
  parts: OwnPart[];
  note: string | null;
  /** The post by which it was proposed: "Principal, Northmoor College". */
  by: string;
  proposedOn: string;
  status: ChangeStatus;
  decidedOn: string | null;
  reason: string | null;
}

/** The same for whoever decides: with the agency as it stands. */
export interface ChangeToDecide extends AgencyChange {
  membershipId: string;
  legalName: string;
  now: OwnValues;
  /** Whether what is accepted is public at once. */
  named: boolean;
  /** Of the membership. */
  revision: number;
}

/** An agency as its own people see it. */
export interface OwnAgency {
  agency: AgencyView;
  areas: readonly { code: string; name: string }[];
  representative: string | null;
  deputy: string | null;
  /** The post by which it acknowledged in the portal; null where it did so otherwise, or not yet. */
  acknowledgedBy: string | null;
  /** The newest first. */
  changes: AgencyChange[];
}
