import { expect, test } from "vitest";

import { shared } from "#server/kept-pages.ts";

function asked() {
  const open: ((answer: number) => void)[] = [];
  const ask = () => new Promise<number>((resolve) => open.push(resolve));
  const answer = (at: number) => open[at]?.(at);
  return { ask: shared(ask), answer, count: () => open.length };
}

test("who asks while a question is under way shares the next one, which is asked after them", async () => {
  const question = asked();
  const first = question.ask();
  const second = question.ask();
  const third = question.ask();
  expect(question.count()).toBe(1);
  question.answer(0);
  expect(await first).toBe(0);
  await Promise.resolve();
  expect(question.count()).toBe(2);
  question.answer(1);
  expect(await Promise.all([second, third])).toEqual([1, 1]);
});

test("a question after an answer is a new one", async () => {
  const question = asked();
  const first = question.ask();
  question.answer(0);
  await first;
  const second = question.ask();
  question.answer(1);
  expect(await second).toBe(1);
});

test("a failure reaches who asked and nobody later", async () => {
  let fails = true;
  const ask = shared(() => (fails ? Promise.reject(new Error("gone")) : Promise.resolve("back")));
  await expect(ask()).rejects.toThrow("gone");
  fails = false;
  expect(await ask()).toBe("back");
});
