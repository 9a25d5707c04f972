import { unsealSecret } from "./message-secret.server.ts";
import { type Letter, letterOf } from "./letter.ts";
import type { Message } from "./messages.ts";
import { unsubscribeToken, type Stoppable } from "./unsubscribe.server.ts";
import { type Delivery, type MessageStatus, type MessageTopic, topicRules } from "./vocabulary.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** A message as the database hands it to whoever sends or shows it (portal.message_facts). */
export interface MessageFacts {
  id: string;
  topic: MessageTopic;
  content: Message;
  secretSealed: string | null;
  status: MessageStatus;
  writtenAt: string;
  /** How often its bytes may have reached a mail server without our knowing. */
  handovers: number;
  personId: string;
  /** Why it need not be sent any more. */
  idle: string | null;
  partnership: { name: string; slug: string } | null;
}

/** With its reader, and for a daily e-mail with what it gathers. */
export interface MessageToSend extends MessageFacts {
  name: string;
  email: string | null;
  /** What the reader chose; null for the beginning. */
  delivery: Delivery | null;
  items: MessageFacts[];
}

/** What its address stops, or null where it may not be stopped. */
export function stoppable({ content, topic }: MessageFacts): Stoppable | null {
  if (content.kind === "daily-digest") return "daily-digest";
  return topicRules[topic].choices.includes("off") ? topic : null;
}

export interface Outgoing {
  wording: Wording;
  letter: Letter;
  /** Token of the address that stops messages like it. */
  unsubscribe: { token: string; topic: Stoppable } | null;
}

/** A message in its final words. @param origin "https://safeguarding.example.org" */
export function outgoing(message: Omit<MessageToSend, "email" | "delivery">, origin: string): Outgoing {
  const topic = stoppable(message);
  const token = topic === null ? null : unsubscribeToken(message.personId, topic);
  const wording = wordsOf(message);
  const letter = letterOf({
    wording,
    items: [...message.items.filter((item) => item.idle === null).map(wordsOf), ...tasksIn(message)],
    name: message.name,
    why: why(message),
    origin,
    unsubscribePath: token === null ? null : `/unsubscribe/${token}`,
  });
  return { wording, letter, unsubscribe: topic === null || token === null ? null : { topic, token } };
}

/** The tasks of a weekly e-mail, each with its own link. */
function tasksIn({ content }: MessageFacts): Wording[] {
  if (content.kind !== "weekly-tasks") return [];
  return (content.tasks ?? []).map(({ text, about, due, path }) => ({ subject: text, paragraphs: [about, due], link: { label: "Open this task", path } }));
}

function wordsOf({ id, content, partnership, secretSealed }: MessageFacts): Wording {
  return wordingOf(content, { partnership, secretPath: secretSealed === null ? null : unsealSecret(secretSealed, id) });
}

function why({ content, partnership }: MessageFacts): string {
  if (content.kind === "daily-digest") return "You get this once a day because you asked for these messages together.";
  if (content.kind === "weekly-tasks") return "You get this on Mondays because you hold an office in a partnership.";
  return partnership ? `You get this because of your office in ${partnership.name}.` : "You get this because you have an account with Safeguarding partnerships.";
}
