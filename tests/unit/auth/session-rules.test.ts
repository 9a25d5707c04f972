import { describe, expect, test } from "vitest";

import { isAlive, type SessionFacts } from "#app/auth/session-rules.ts";

const now = new Date("2026-11-22T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const facts = (changes: Partial<SessionFacts> = {}): SessionFacts => ({
  createdAt: ago(60),
  lastSeenAt: ago(60),
  expiresAt: ago(-60),
  suspendedAt: null,
  strength: "password+totp",
  demo: false,
  ...changes,
});

describe("a session is alive", () => {
  test.each<[string, Partial<SessionFacts>, boolean]>([
    ["as it is", {}, true],
    ["a second before 30 minutes without use", { lastSeenAt: ago(30 * 60 - 1) }, true],
    ["at 30 minutes without use", { lastSeenAt: ago(30 * 60) }, false],
    ["a second before 8 hours", { createdAt: ago(8 * 3_600 - 1) }, true],
    ["at 8 hours", { createdAt: ago(8 * 3_600) }, false],
    ["a second before its end", { expiresAt: ago(-1) }, true],
    ["at its end", { expiresAt: now }, false],
    ["while its account is suspended", { suspendedAt: ago(1) }, false],
    ["without a second factor in a demonstration", { strength: "password-demo", demo: true }, true],
    ["without a second factor anywhere else", { strength: "password-demo" }, false],
  ])("%s: %s", (_case, changes, alive) => {
    expect(isAlive(facts(changes), now)).toBe(alive);
  });
});
