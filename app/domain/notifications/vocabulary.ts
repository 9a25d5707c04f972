/** What a message is about, as people choose how to be told: at once, in one e-mail a day, or not at all. */
export const messageTopics = ["your-signature", "your-agreement", "declined", "signing", "publication", "set-times", "safety", "offices", "review", "self-assessments", "actions", "requests", "decisions", "your-work", "your-account"] as const;
export type MessageTopic = (typeof messageTopics)[number];

export const deliveries = ["at-once", "digest", "off"] as const;
export type Delivery = (typeof deliveries)[number];

export const deliveryLabels: Record<Delivery, string> = {
  "at-once": "At once",
  digest: "Once a day, together",
  off: "Not at all",
};

export interface TopicRule {
  label: string;
  hint: string;
  /** What may be chosen; a single choice cannot be changed. The first is where everybody begins. */
  choices: readonly [Delivery, ...Delivery[]];
  /** What "at once" means where it has a day of its own. */
  atOnce?: string;
}

export const topicRules: Record<MessageTopic, TopicRule> = {
  "your-signature": {
    label: "Your signature",
    hint: "A version waits for you to sign it, or one that you signed was replaced",
    choices: ["at-once"],
  },
  "your-agreement": { label: "Your agreement", hint: "A proposal, such as to appoint the chair, or a decision waits for you to agree, or came to nothing", choices: ["at-once"] },
  declined: { label: "A version declined", hint: "A lead safeguarding partner did not sign, with the reason", choices: ["at-once"] },
  signing: { label: "Progress of signing", hint: "Somebody signed, or every seat has", choices: ["at-once", "digest", "off"] },
  publication: { label: "Publication", hint: "A document was published or withdrawn", choices: ["at-once", "digest", "off"] },
  "set-times": { label: "A set time that was missed", hint: "A version could not be published at the time set for it", choices: ["at-once"] },
  safety: { label: "Safety", hint: "A publication was taken down because somebody could be identified", choices: ["at-once"] },
  offices: { label: "Who holds which office", hint: "Somebody else was appointed or left", choices: ["at-once", "digest", "off"] },
  review: { label: "Drafting and review", hint: "Comments, mentions and reviews of a draft", choices: ["at-once", "digest", "off"] },
  requests: { label: "Requests for information", hint: "Information asked of your agency, answers, and requests that are taken further", choices: ["at-once", "digest", "off"] },
  decisions: { label: "Decisions and escalations", hint: "Whether the leads agreed to a decision that was put to them; a dispute or an issue that comes to you", choices: ["at-once", "digest", "off"] },
  "self-assessments": { label: "Self-assessments of agencies", hint: "Your agency is asked, a return is due, a question was asked or answered, an action was agreed", choices: ["at-once", "digest", "off"] },
  actions: { label: "Actions", hint: "An action was given to you, more is asked of it, or its day moved", choices: ["at-once", "digest", "off"] },
  "your-work": { label: "What needs you", hint: "The tasks of your home pages in one e-mail, on weeks when there are any", choices: ["at-once", "off"], atOnce: "On Mondays" },
  "your-account": { label: "Your account and your offices", hint: "Invitations, security notices, and offices you are given or leave", choices: ["at-once"] },
};

/** The topics somebody may choose about; the others are always told at once. */
export const openTopics: readonly MessageTopic[] = messageTopics.filter((topic) => topicRules[topic].choices.length > 1);

/** How a choice is called for a topic. */
export function deliveryLabel(topic: MessageTopic, delivery: Delivery): string {
  return (delivery === "at-once" && topicRules[topic].atOnce) || deliveryLabels[delivery];
}

/** The field of a topic on the page of one's messages. */
export function fieldOf(topic: MessageTopic): string {
  return `topic-${topic}`;
}

/** The hour in London from which the daily e-mail goes out, unless somebody chose another. */
export const firstDigestHour = 7;

/** What becomes of a message. `kept`: shown in the demonstration instead of sent. */
export const messageStatuses = ["waiting", "digest", "sent", "unconfirmed", "kept", "bounced", "given-up", "dropped"] as const;
export type MessageStatus = (typeof messageStatuses)[number];

export const messageStatusLabels: Record<MessageStatus, string> = {
  waiting: "Waiting to be sent",
  digest: "Waiting for the daily e-mail",
  sent: "Sent",
  unconfirmed: "Sent, not confirmed by the mail server",
  kept: "Kept here, not sent",
  bounced: "Came back",
  "given-up": "Given up after five days",
  dropped: "Not sent: no longer needed",
};
