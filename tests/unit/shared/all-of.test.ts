import { expect, test } from "vitest";

import { allOf } from "#app/domain/shared/all-of.ts";

test("answers by name, all asked before the first answers", async () => {
  const asked: string[] = [];
  const ask = async <T>(name: string, answer: T) => {
    asked.push(name);
    await Promise.resolve();
    expect(asked).toEqual(["one", "two"]);
    return answer;
  };
  expect(await allOf({ one: ask("one", 1), two: ask("two", "second") })).toEqual({ one: 1, two: "second" });
});

test("fails as the first that fails, once all are over", async () => {
  const over: string[] = [];
  const failing = Promise.reject(new Error("no such table"));
  const slow = new Promise<void>((resolve) => setImmediate(resolve)).then(() => over.push("slow"));
  await expect(allOf({ failing, slow })).rejects.toThrow("no such table");
  expect(over).toEqual(["slow"]);
});
