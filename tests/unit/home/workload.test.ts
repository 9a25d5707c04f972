import { expect, test } from "vitest";

import type { Task } from "#app/domain/home/rules.ts";
import { firstOfAll } from "#app/domain/home/workload.ts";

const task = (text: string, date: string): Task => ({ text, path: `/${text}`, about: "", due: { text: "", tone: "grey" }, date });
const loads = [
  { slug: "alder", partnership: "Alder", tasks: [task("a", "2026-09-03"), task("b", "2026-09-06"), task("c", "2026-09-07")] },
  { slug: "birch", partnership: "Birch", tasks: [task("d", "2026-09-01"), task("e", "2026-09-05")] },
  { slug: "cedar", partnership: "Cedar", tasks: [] },
  { slug: "elm", partnership: "Elm", tasks: [task("f", "2026-09-02")] },
];

test("what is due first in any partnership comes first, five at most, and the rest is counted", () => {
  const { first, more } = firstOfAll(loads);
  expect(first.map(({ href }) => href)).toEqual(["/portal/birch/d", "/portal/elm/f", "/portal/alder/a", "/portal/birch/e", "/portal/alder/b"]);
  expect(first.map(({ partnership }) => partnership)).toEqual(["Birch", "Elm", "Alder", "Birch", "Alder"]);
  expect(more).toBe(1);
});

test("all of it, and none of nothing", () => {
  expect(firstOfAll(loads, Infinity)).toMatchObject({ first: { length: 6 }, more: 0 });
  expect(firstOfAll([])).toEqual({ first: [], more: 0 });
});
