import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

/** React, Remix and Node report real mistakes through console.error; a test that provokes one fails with its words. */
const printed: string[] = [];

globalThis.console.error = (...parts: unknown[]) => {
  printed.push(format(...parts));
};

beforeEach(() => {
  printed.length = 0;
});

afterEach(() => {
  expect(printed, "console.error was called").toEqual([]);
});
