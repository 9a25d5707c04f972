import { describe, expect, test } from "vitest";

import { messageChoicesForm } from "#app/domain/notifications/forms.server.ts";
import { fieldOf, type MessageTopic, openTopics, topicRules } from "#app/domain/notifications/vocabulary.ts";
import { unsubscribeToken } from "#app/domain/notifications/unsubscribe.server.ts";

const another = (topic: MessageTopic) => topicRules[topic].choices[1] ?? "at-once";
const filled: Record<string, string> = { hour: "18", ...Object.fromEntries(openTopics.map((topic) => [fieldOf(topic), another(topic)])) };

function messages(changes: Record<string, unknown>): string[] {
  const sent = messageChoicesForm.safeParse({ ...filled, ...changes });
  return sent.success ? [] : sent.error.issues.map((issue) => issue.message);
}

describe("choosing how to be told", () => {
  test("reads the hour and every topic", () => {
    const sent = messageChoicesForm.parse(filled);
    expect(sent.hour).toBe(18);
    expect(sent.deliveries).toEqual(openTopics.map((topic) => ({ topic, delivery: another(topic) })));
  });

  test.each(openTopics.map((topic) => [topic]))("asks for a choice about %s", (topic) => {
    const message = `Choose how you want to be told about: ${topicRules[topic].label.toLowerCase()}`;
    expect(messages({ [fieldOf(topic)]: undefined })).toEqual([message]);
    expect(messages({ [fieldOf(topic)]: "never" })).toEqual([message]);
  });

  test("asks for an hour that there is", () => {
    expect(messages({ hour: undefined })).toEqual(["Choose the hour of the daily e-mail"]);
    for (const hour of ["24", "-1", "7.5", "seven", ""]) expect(messages({ hour })).toEqual(["Choose an hour from the list"]);
    for (const hour of ["0", "9", "10", "19", "23"]) expect(messages({ hour })).toEqual([]);
  });

  test("cannot stop what cannot be stopped", () => {
    const { deliveries } = messageChoicesForm.parse({ ...filled, [fieldOf("your-signature")]: "off" });
    expect(deliveries.map(({ topic }) => topic)).not.toContain("your-signature");
  });
});

describe("the token of an unsubscribe address", () => {
  const secret = "a secret of at least thirty-two characters";
  test("is the same each time, and another for another person, topic or installation", () => {
    const one = unsubscribeToken("ada", "offices", secret);
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(unsubscribeToken("ada", "offices", secret)).toBe(one);
    const others = [unsubscribeToken("bea", "offices", secret), unsubscribeToken("ada", "signing", secret), unsubscribeToken("ada", "offices", `${secret}!`)];
    expect(new Set([one, ...others]).size).toBe(4);
  });
});
