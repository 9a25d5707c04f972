import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";

/** Who holds a post today. `name` is what may be shown inside the portal; the public never sees a withheld one. */
export interface Holder {
  appointmentId: string;
  personId: string;
  name: string;
  nameWithheld: boolean;
  /** ISO date. */
  since: string;
  /** The first day they no longer hold it, if that is known. */
  until: string | null;
  acting: boolean;
}

/** A post and its holder; null is a vacancy. */
export interface PostToday {
  postId: string;
  office: string;
  holder: Holder | null;
  /** Who is appointed next, from a day to come. */
  next: Holder | null;
  /** Whether anybody was ever appointed to it: an administrator appoints the first holder only. */
  everHeld: boolean;
  /** Who holds it now or will from a later day, in order. */
  terms: Holder[];
}

/** A statutory partner's seat with its lead (LSP) and delegated (DSP) safeguarding partner. */
export interface SeatToday {
  id: string;
  kind: PartnerKind;
  organisation: string;
  organisationCode: string;
  lead: PostToday;
  delegate: PostToday | null;
}

/** Who is accountable in a partnership, on one day. */
export interface Directory {
  id: string;
  slug: string;
  name: string;
  /** Local authority areas covered. */
  areas: { code: string; name: string }[];
  edition: { id: string; title: string };
  /** Whether the list of integrated care boards was checked; no national source says which cover an area. */
  icbCompleteness: "unchecked" | "checked";
  seats: SeatToday[];
  chair: PostToday | null;
  scrutineer: PostToday | null;
  businessManager: PostToday | null;
}
