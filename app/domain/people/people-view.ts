import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import type { IcbSeats } from "#app/domain/bodies/icb-cover.ts";
import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";
import type { Terms } from "#app/domain/partnerships/directory.ts";

import type { DelegationState } from "./rules.ts";
import type { EducationLevel } from "./vocabulary.ts";

export interface Term {
  name: string;
  /** Shown inside the portal; the public reads "Name withheld". */
  nameWithheld: boolean;
  /** ISO dates; `until` is the day at whose start it ends. */
  since: string;
  until: string | null;
  acting: boolean;
}

/** Something this person may do about a post. `about` finishes the link's name for those who hear it alone. */
export interface PostAction {
  href: string;
  text: string;
  about: string;
}

/** A post on the People pages. Null holder: vacant. */
export interface PostView {
  postId: string;
  role: PartnershipRole;
  office: string;
  holder: Term | null;
  next: Term | null;
  /** Of a delegate's post that is held: what is delegated today. */
  delegation: DelegationState | null;
  /** Of the chair and the scrutineer, where recorded. */
  terms: Terms | null;
  /** What is near its end or not as it should be, each a sentence. */
  warnings: string[];
  actions: PostAction[];
}

export interface SeatView {
  id: string;
  kind: PartnerKind;
  body: string;
  lead: PostView;
  delegate: PostView | null;
}

export interface RepresentativeView extends PostView {
  body: string;
  level: EducationLevel | null;
}

/** A proposal that waits for agreement. */
export interface OpenProposal {
  id: string;
  /** "Ada Fernhill as lead safeguarding partner for Northmoor Council" */
  what: string;
  agreed: number;
  needed: number;
  /** Whether it waits for this person. */
  mine: boolean;
}

/** Who is where in a partnership today, with what this person may do about it. */
export interface PeopleView {
  seats: SeatView[];
  others: PostView[];
  representatives: RepresentativeView[];
  /** Null for whoever may not read proposals. */
  proposals: OpenProposal[] | null;
  mayAddRepresentatives: boolean;
  areas: string[];
  edition: { id: string; title: string };
  icbs: IcbSeats;
}
