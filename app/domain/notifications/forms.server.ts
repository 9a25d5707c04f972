import { z } from "zod";

import { type Delivery, fieldOf, type MessageTopic, openTopics, topicRules } from "./vocabulary.ts";

const hour = z
  .string("Choose the hour of the daily e-mail")
  .regex(/^(1?\d|2[0-3])$/, "Choose an hour from the list")
  .transform(Number);

/** What somebody chose on the page of their messages. */
export const messageChoicesForm = z
  .object({ hour, ...Object.fromEntries(openTopics.map((topic) => [fieldOf(topic), choiceOf(topic)])) })
  .transform((sent) => ({
    hour: sent.hour,
    deliveries: openTopics.map((topic) => ({ topic, delivery: deliveryIn(sent, topic) })),
  }));

export type MessageChoicesInput = z.output<typeof messageChoicesForm>;

function choiceOf(topic: MessageTopic) {
  const { label, choices } = topicRules[topic];
  return z.enum(choices, `Choose how you want to be told about: ${label.toLowerCase()}`);
}

function deliveryIn(sent: Record<string, unknown>, topic: MessageTopic): Delivery {
  const chosen = topicRules[topic].choices.find((choice) => choice === sent[fieldOf(topic)]);
  if (!chosen) throw new Error("a checked choice is missing");
  return chosen;
}
