import type { AgencyCategory } from "./vocabulary.ts";

/** What may be chosen in the form of an agency of one partnership. */
export interface AgencyChoices {
  /** Of the list that is in force. */
  categories: readonly AgencyCategory[];
  /** The council areas that the partnership covers today. */
  areas: readonly { code: string; name: string }[];
  /** Posts of contacts and of education's representatives. */
  posts: readonly { id: string; office: string; body: string | null }[];
}
