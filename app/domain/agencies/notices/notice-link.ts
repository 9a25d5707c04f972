import type { Inclusion } from "../vocabulary.ts";
import type { ReplyKind, ReplyOutcome } from "./vocabulary.ts";

/**
 * How the link of a letter stands. `earlier`: it is about a naming that has ended, and the agency was proposed again since.
 * `replaced`: a newer letter has gone out.
 */
export type LinkState = "open" | "acknowledged" | "replaced" | "expired" | "withdrawn" | "earlier";

/** What the page behind the link of a letter shows. Days are ISO dates. */
export interface NoticeLink {
  state: LinkState;
  /** Whether details may still be corrected by it. */
  mayReply: boolean;
  partnership: { name: string; slug: string };
  agencyId: string;
  legalName: string;
  /** As the letter had it, where the partnership has corrected the name since. */
  nameInLetter: string;
  category: string;
  inclusion: Inclusion;
  reason: string | null;
  howWeWork: string | null;
  namedOn: string | null;
  withdrawnOn: string | null;
  /** The address it was sent to, masked. */
  sentTo: string;
  writtenOn: string;
  expiresOn: string;
  hasArrangements: boolean;
  /** By post and never by name; without a post it was recorded by hand. */
  acknowledged: { on: string; post: string | null; reference: string | null; byThisLink: boolean } | null;
  replies: { kind: ReplyKind; on: string; outcome: ReplyOutcome | null }[];
}
