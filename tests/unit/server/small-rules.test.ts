import { describe, expect, it } from "vitest";

import { mayRunScripts } from "#server/headers.ts";
import { newReference } from "#server/request-facts.ts";
import { orders, readOrder, readReport } from "#server/worker-messages.ts";
import { restartDelay } from "#server/workers.ts";

describe("which pages may run scripts", () => {
  it.each(["/portal", "/portal/north-wessex", "/portal/x.data", "/admin/people", "/account", "/sign-in", "/sign-in?then=/portal", "/invitations/abc", "/reset/abc", "/second-factor/abc", "/demo", "/demo.data"])(
    "%s may",
    (path) => {
      expect(mayRunScripts(path)).toBe(true);
    },
  );

  it.each(["/", "/portals", "/partnerships/portal", "/administration", "/sign-in-help", "/verify/abc", "//portal", "/PORTAL"])("%s may not", (path) => {
    expect(mayRunScripts(path)).toBe(false);
  });
});

describe("a reference", () => {
  it("can be read out: three groups without I, L, O or U", () => {
    for (let index = 0; index < 500; index += 1) expect(newReference()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it("is not repeated", () => {
    expect(new Set(Array.from({ length: 2_000 }, newReference)).size).toBe(2_000);
  });
});

describe("replacing a worker", () => {
  it("is immediate the first time and slower with each failure in a row", () => {
    expect([0, 1, 2, 3, 4].map(restartDelay)).toEqual([0, 100, 200, 400, 800]);
    expect(restartDelay(60)).toBe(5_000);
  });
});

describe("messages between supervisor and worker", () => {
  it("are told from anything else that travels between processes", () => {
    expect(readReport({ kind: "ready" })).toEqual({ kind: "ready" });
    expect(readReport({ kind: "cannot-listen", code: "EADDRINUSE" })).toEqual({ kind: "cannot-listen", code: "EADDRINUSE" });
    for (const other of [null, "ready", { cmd: "NODE_CLUSTER" }, { kind: "stop" }]) expect(readReport(other)).toBeNull();
    expect([orders.windDown, orders.close, "close", { kind: "ready" }, null].map(readOrder)).toEqual(["wind-down", "close", null, null, null]);
  });
});
