import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { describe, expect, test } from "vitest";

const folder = path.resolve(process.env.PORTAL_BUILD ?? "build", "client/assets");
const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
const source = (name: string) => readFileSync(path.join(folder, name), "utf8");

describe("what browsers are sent", () => {
  test("holds nothing of the server", () => {
    const scripts = files.filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(0);
    const found = scripts.filter((name) => /drizzle|postgres|argon2|safeguarding_portal|pgTable|APP_SECRET|from "zod"|ZodError|recharts/.test(source(name)));
    expect(found).toEqual([]);
  });

  test("has one stylesheet of at most 14 kB, compressed", () => {
    const sheets = files.filter((name) => name.endsWith(".css"));
    expect(sheets).toHaveLength(1);
    expect(brotliCompressSync(source(sheets[0] ?? "")).length).toBeLessThanOrEqual(14 * 1024);
  });
});
