import { describe, expect, it } from "vitest";

import { alreadyHas, respondWithEtag, strongEtag } from "#app/http/etag.server.ts";
import { loggableError } from "#app/http/error-log.server.ts";
import { wantsHydration } from "#app/http/hydration.ts";
import { pageMeta, pageTitle } from "#app/http/page-meta.ts";
import { readRefusal } from "#app/http/refusal.ts";
import { bytes, json, notFound, redirectTo, refused } from "#app/http/responses.ts";

const get = (headers: HeadersInit = {}) => new Request("https://portal.example/page", { headers });

describe("refusals", () => {
  it("carry their words, and are never stored", async () => {
    const response = refused(409, { title: "Not every seat has signed", reasons: ["Idris Calder"] });
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([409, "private, no-store"]);
    expect(readRefusal(await response.json())).toEqual({ title: "Not every seat has signed", reasons: ["Idris Calder"] });
  });

  it("do not tell not there from not yours", async () => {
    expect([notFound().status, await notFound().json()]).toEqual([404, {}]);
  });

  it.each([null, "text", 3, [], { title: 3, message: null, reasons: "no", next: { href: 1 } }, { reasons: [1, {}] }])("read nothing from %j", (body) => {
    const { title, message, reasons, next } = readRefusal(body);
    expect([title, message, reasons ?? [], next]).toEqual([undefined, undefined, [], undefined]);
  });
});

describe("files and data", () => {
  it("json says what it is", async () => {
    const response = json({ a: 1 }, { headers: { "Cache-Control": "public" } });
    expect([response.headers.get("Content-Type"), response.headers.get("Cache-Control"), await response.text()]).toEqual(["application/json; charset=utf-8", "public", '{"a":1}\n']);
  });

  it("a file keeps its bytes and takes a harmless name", async () => {
    const response = bytes(new Uint8Array([1, 2]), "application/pdf", { filename: 'arrangements "v3"\r\n.pdf' });
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="arrangements--v3---.pdf"');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  it("a redirect is a 303 that stays on the site", () => {
    const response = redirectTo("//evil.example", { "X-Test": "1" });
    expect([response.status, response.headers.get("Location"), response.headers.get("X-Test")]).toEqual([303, "/", "1"]);
  });
});

describe("etags", () => {
  it("name exactly these bytes, as text or as bytes", () => {
    expect(strongEtag("é")).toBe(strongEtag(new TextEncoder().encode("é")));
    expect(strongEtag("a")).not.toBe(strongEtag("b"));
    expect(strongEtag("a")).toMatch(/^"[\w-]{32}"$/);
  });

  it.each([
    [null, false],
    ['"x"', true],
    ['W/"x"', true],
    ['"y", "x"', true],
    ["*", true],
    ['"y"', false],
    ["x", false],
  ])("If-None-Match %j has it: %s", (header, expected) => {
    expect(alreadyHas(header, '"x"')).toBe(expected);
  });

  it("send the body once, then 304 without it", async () => {
    const first = respondWithEtag(get(), "hello", { "Content-Type": "text/plain" });
    expect([first.status, first.headers.get("Cache-Control"), await first.text()]).toEqual([200, "public, no-cache", "hello"]);
    const again = respondWithEtag(get({ "If-None-Match": first.headers.get("ETag") ?? "" }), "hello", { "Content-Type": "text/plain" });
    expect([again.status, again.headers.get("ETag"), again.headers.get("Content-Type"), await again.text()]).toEqual([304, first.headers.get("ETag"), null, ""]);
    expect(respondWithEtag(get({ "If-None-Match": first.headers.get("ETag") ?? "" }), "changed", {}).status).toBe(200);
  });
});

describe("page meta", () => {
  it.each([
    [{ title: "Arrangements", partnership: "Northmoor" }, "Arrangements - Northmoor - Safeguarding partnerships"],
    [{ title: "Cookies" }, "Cookies - Safeguarding partnerships"],
    [{ title: "Sign in", hasErrors: true }, "Error: Sign in - Safeguarding partnerships"],
    [{ title: "Safeguarding partnerships" }, "Safeguarding partnerships"],
    [{ title: "Northmoor", partnership: "Northmoor" }, "Northmoor - Safeguarding partnerships"],
  ])("titles %j", (page, expected) => {
    expect(pageTitle(page)).toBe(expected);
  });

  it("adds description, canonical address and robots only when given", () => {
    expect(pageMeta({ title: "About" })).toHaveLength(1);
    expect(pageMeta({ title: "About", description: "What this is.", canonical: "/about", hidden: true }).slice(1)).toEqual([
      { name: "description", content: "What this is." },
      { tagName: "link", rel: "canonical", href: "/about" },
      { name: "robots", content: "noindex" },
    ]);
  });
});

describe("what a log line holds", () => {
  it("is the name, code and frames of an error, never its words", () => {
    const error = Object.assign(new Error("draft text\n  about a person"), { code: "23505" });
    const line = loggableError(error);
    expect([line.name, line.code, line.frames.length > 0]).toEqual(["Error", "23505", true]);
    expect(JSON.stringify(line)).not.toContain("draft text");
    expect(JSON.stringify(line)).not.toContain("about a person");
  });

  it("is the type alone of what is not an error", () => {
    expect(loggableError("secret")).toEqual({ name: "string", frames: [] });
  });
});

describe("hydration", () => {
  it.each([
    [{ hydrate: true }, true],
    [{ hydrate: "true" }, false],
    [{}, false],
    [null, false],
    [undefined, false],
  ])("of handle %j: %s", (handle, expected) => {
    expect(wantsHydration(handle)).toBe(expected);
  });
});
