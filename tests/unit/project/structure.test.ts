import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "app", "db", "server", "tests"], { encoding: "utf8" })
  .split("\n")
  .filter((name) => /\.(ts|tsx)$/.test(name));
const source = (name: string) => readFileSync(name, "utf8");
const shipped = files.filter((name) => !name.startsWith("tests/"));

describe("the tree", () => {
  test("has no file over 400 lines, and a small median", () => {
    const lengths = shipped.map((name) => ({ name, lines: source(name).split("\n").length }));
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(70);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(220);
  });

  test("names files in kebab-case and none of them for what it might contain", () => {
    expect(files.filter((name) => /[A-Z]/.test(name.split("/").at(-1) ?? ""))).toEqual([]);
    expect(files.filter((name) => /\/(utils|helpers|common|misc|manager)([./-]|$)/.test(name))).toEqual([]);
  });

  test("reads the environment in one place", () => {
    const readers = shipped.filter((name) => source(name).includes("process.env"));
    expect(readers).toEqual(["app/env.server.ts"]);
  });

  test("asks the time in one place: the database", () => {
    const rules = shipped.filter((name) => name.startsWith("app/domain/") && /Date\.now\(\)|new Date\(\)|Temporal\.Now/.test(source(name)));
    expect(rules).toEqual([]);
    const sql = execFileSync("git", ["ls-files", "migrations/*.sql"], { encoding: "utf8" }).split("\n").filter(Boolean);
    expect(sql.filter((name) => /\b(now\(\)|current_date|current_timestamp)\b/i.test(source(name)))).toEqual([]);
  });

  test("never casts what a form sent, never silences the compiler", () => {
    const casts = shipped.filter((name) => /formData\.get\([^)]*\)( as |!)|@ts-ignore|@ts-expect-error|eslint-disable/.test(source(name)));
    expect(casts).toEqual([]);
  });
});
