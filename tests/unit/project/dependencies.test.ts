import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const all = { ...manifest.dependencies, ...manifest.devDependencies };

/** Below these a known vulnerability or a known fault is back. */
const floors: Record<string, string> = {
  "@remix-run/node": "2.17.5",
  "@remix-run/react": "2.17.5",
  "drizzle-orm": "0.45.2",
  express: "4.22.0",
  lucia: "3.2.2",
  postgres: "3.4.9",
  zod: "4.0.0",
};

const numbers = (version: string) => version.split(".").map(Number);

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [numbers(version), numbers(floor)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("dependencies", () => {
  test.each(Object.entries(floors))("%s is at least %s", (name, floor) => {
    expect(atLeast(all[name] ?? "0.0.0", floor)).toBe(true);
  });

  test("every version is exact, so that two installs are the same", () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("the packages the portal was asked to stand on are there", () => {
    for (const name of ["@remix-run/node", "@remix-run/react", "drizzle-orm", "postgres", "lucia", "zod", "recharts", "vitest"]) {
      expect(all).toHaveProperty(name);
    }
  });

  test("run-time dependencies stay few", () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(33);
  });
});
