import type { MessageTopic } from "./vocabulary.ts";

/** About actions, to those whose they are. Posts, days and identifiers; never what is to be done. */
export type ActionMessage = { kind: "action-yours"; partnershipId: string; actionId: string; owner: string; dueOn: string; news: "recorded" | "more-asked" | "moved" };

export const actionTopics: Record<ActionMessage["kind"], MessageTopic> = { "action-yours": "actions" };
