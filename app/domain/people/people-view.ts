import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";

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
  role: "lsp" | "dsp" | "chair" | "scrutineer" | "business-manager";
  office: string;
  holder: Term | null;
  next: Term | null;
  actions: PostAction[];
}

export interface SeatView {
  id: string;
  kind: PartnerKind;
  body: string;
  lead: PostView;
  delegate: PostView | null;
}

/** Who is where in a partnership today, with what this person may do about it. */
export interface PeopleView {
  seats: SeatView[];
  others: PostView[];
  areas: string[];
  edition: { id: string; title: string };
  icbsChecked: boolean;
}
