import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import type { IcbCover } from "#app/domain/bodies/icb-cover.ts";
import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";
import type { Delegated } from "#app/domain/people/rules.ts";

/** The terms of a chair's or a scrutineer's appointment; what was not recorded is null. ISO dates. */
export interface Terms {
  reviewOn: string | null;
  /** Why the chair is not one of the delegated partners. */
  independentReason: string | null;
  appointingBody: string | null;
  termEndsOn: string | null;
  contractEndsOn: string | null;
  interests: string | null;
}

/** Somebody's time in a post. `name` is what may be shown inside the portal; the public never sees a withheld one. */
export interface Holder {
  appointmentId: string;
  personId: string;
  name: string;
  nameWithheld: boolean;
  /** The title as this holder has it. */
  office: string;
  /** ISO date. */
  since: string;
  /** The first day they no longer hold it, if that is known. */
  until: string | null;
  acting: boolean;
  /** What a delegate was delegated, by whom it may have been; empty for every other office. */
  delegations: (Delegated & { id: string; leadAppointmentId: string })[];
  terms: Terms | null;
}

/** A post, whether or not it still exists, with everybody appointed to it in order of time. */
export interface Office {
  postId: string;
  role: PartnershipRole;
  /** The title of the post itself: what is shown while nobody holds it. */
  office: string;
  seatId: string | null;
  /** The body whose seat it is, or whom a representative speaks for; null for posts of the whole partnership. */
  organisation: string | null;
  level: "strategic" | "operational" | null;
  /** ISO dates from which and until which the post exists. */
  since: string;
  until: string | null;
  holders: Holder[];
}

/** A post and its holder; null is a vacancy. */
export interface PostToday extends Office {
  holder: Holder | null;
  /** Who is appointed next, from a day to come. */
  next: Holder | null;
  /** Whether anybody was ever appointed to it: an administrator appoints the first holder only. */
  everHeld: boolean;
}

/** A seat as it is recorded, whether or not it still exists. */
export interface SeatRecord {
  id: string;
  kind: PartnerKind;
  organisation: string;
  organisationCode: string;
  since: string;
  until: string | null;
  /** Why it was added or ended, as two bodies agreed; null for a seat that began with the partnership, or has not ended. */
  addedReason: string | null;
  endedReason: string | null;
  /** The seat that follows it. */
  successorId: string | null;
}

/** A statutory partner's seat with its lead (LSP) and delegated (DSP) safeguarding partner. */
export interface SeatToday extends SeatRecord {
  lead: PostToday;
  delegate: PostToday | null;
}

/** What is said of a partnership whoever is in office. */
export interface PartnershipRecord {
  id: string;
  slug: string;
  name: string;
  /** Local authority areas covered. */
  areas: { code: string; name: string }[];
  edition: { id: string; title: string };
  /** Which integrated care boards cover the areas, when; empty where no list was loaded. */
  icbCover: IcbCover[];
}

/** Who is accountable in a partnership, on one day. */
export interface Directory extends PartnershipRecord {
  seats: SeatToday[];
  chair: PostToday | null;
  scrutineer: PostToday | null;
  businessManager: PostToday | null;
  /** Contacts of relevant agencies, then of education, by the body they represent. */
  representatives: PostToday[];
}
