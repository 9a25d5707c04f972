import type { MessageTopic } from "./vocabulary.ts";

interface AboutRequest {
  partnershipId: string;
  /** The nth request of the partnership. */
  number: number;
  /** Whom the information is asked of. */
  recipient: string;
}

/** About requests for information; never what is asked for, or what for. Dates are ISO dates. */
export type RequestMessage =
  /** To whoever speaks for the agency. `requester` null: all partners together. */
  | ({ kind: "information-asked"; requester: string | null; dueOn: string } & AboutRequest)
  /** To the same. */
  | ({ kind: "information-due-moved"; dueOn: string } & AboutRequest)
  /** To those who keep the log. */
  | ({ kind: "information-answered"; answer: "in-full" | "in-part" | "refused" } & AboutRequest)
  /** To whom it is taken, and to whoever speaks for the agency. */
  | ({ kind: "information-escalated"; stage: "delegates" | "chair" | "leads" } & AboutRequest);

export const requestTopics: Record<RequestMessage["kind"], MessageTopic> = {
  "information-asked": "requests",
  "information-due-moved": "requests",
  "information-answered": "requests",
  "information-escalated": "requests",
};
