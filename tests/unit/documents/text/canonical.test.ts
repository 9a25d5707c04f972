import fc from "fast-check";
import { webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalBytes, InvalidContentError, parseCanonical, sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import type { SignedContent } from "#app/domain/documents/text/content.ts";
import { randomContent } from "./random-content.ts";
import { sampleContent } from "./sample-content.ts";

/** RFC 8785 for JSON without fractions, written apart from the package that the product uses. */
function independentJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(independentJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${independentJson(inner)}`).join(",")}}`;
}

async function independentHash(text: string): Promise<string> {
  const digest = await webcrypto.subtle.digest("SHA-256", Buffer.from(text, "utf8"));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("canonical bytes", () => {
  it("come back the same, with a hash that anyone can compute, for 200 random versions", async () => {
    await fc.assert(
      fc.asyncProperty(randomContent, async (content) => {
        const bytes = canonicalBytes(content);
        const read = parseCanonical(bytes);
        expect(read).toEqual(content);
        expect(Buffer.from(canonicalBytes(read)).equals(bytes)).toBe(true);
        expect(sha256Hex(bytes)).toBe(await independentHash(independentJson(content)));
        const text = Buffer.from(bytes).toString("utf8");
        expect(text).toBe(text.normalize("NFC"));
      }),
      { numRuns: 200 },
    );
  });

  it("do not depend on the order in which keys were set", () => {
    const content = sampleContent();
    const reversed = Object.fromEntries(Object.entries(content).reverse()) as unknown as SignedContent;
    expect(sha256Hex(canonicalBytes(reversed))).toBe(sha256Hex(canonicalBytes(content)));
  });

  it("differ when one character or the salt differs", () => {
    const hash = (content: SignedContent) => sha256Hex(canonicalBytes(content));
    expect(hash(sampleContent(600, { title: "How we work together to keep children safe." }))).not.toBe(hash(sampleContent()));
    expect(hash(sampleContent(600, { salt: "5e".repeat(32) }))).not.toBe(hash(sampleContent()));
  });

  it("have this hash for the sample, for ever", () => {
    const content = sampleContent(0, { sections: [], coverage: [] });
    expect(Buffer.from(canonicalBytes(content)).toString("utf8")).toMatch(/^\{"changeNote":"The education[^]*"title":"How we work together to keep children safe"\}$/);
    expect(sha256Hex(canonicalBytes(content))).toBe("215735fbdab6161a10a8f560fb1ca7eb09ef942b11c00a59ae1af1e56d4db2bd");
  });
});

const [firstSeat] = sampleContent().seats;
const [firstSection] = sampleContent(0).sections;
if (!firstSeat || !firstSection) throw new Error("The sample has changed");

describe("content that may not be signed", () => {
  it.each<[string, object]>([
    ["text not in NFC", { title: "Sia\u0302n" }],
    ["a line break in a title", { title: "a\nb" }],
    ["spaces around a title", { title: " a" }],
    ["an empty title", { title: "" }],
    ["a control character", { sections: [{ ...firstSection, markdown: "a\u0000" }] }],
    ["a carriage return", { sections: [{ ...firstSection, markdown: "a\r\nb" }] }],
    ["half a character", { changeNote: "a\ud800" }],
    ["a direction override", { changeNote: "a\u202e" }],
    ["a fraction", { number: 1.5 }],
    ["version 0", { number: 0 }],
    ["an infinite number", { number: Infinity }],
    ["a missing key", { changeNote: undefined }],
    ["a key too many", { extra: true }],
    ["a key too many inside", { partnership: { id: "a", slug: "a", name: "a", note: "" } }],
    ["another format", { format: "safeguarding-partnership/signed-document/v2" }],
    ["another kind", { kind: "budget" }],
    ["a date that does not exist", { inForceFrom: "2026-02-30" }],
    ["a moment with fractions", { frozenAt: "2026-08-21T09:30:05.123Z" }],
    ["a moment in another zone", { frozenAt: "2026-08-21T09:30:05+01:00" }],
    ["a short salt", { salt: "5f" }],
    ["no seat", { seats: [] }],
    ["one seat twice", { seats: [firstSeat, firstSeat] }],
    ["sections out of order", { sections: [{ ...firstSection, number: 2 }] }],
    ["coverage by a section that is not there", { coverage: [{ itemId: "a", title: "a", strength: "must", inForce: true, sections: [99], notCovered: null }] }],
    ["a date object", { inForceFrom: new Date() }],
  ])("%s", (_name, overrides) => {
    const content = { ...sampleContent(0), ...overrides } as SignedContent;
    expect(() => canonicalBytes(content)).toThrow(InvalidContentError);
  });

  it("is named by its place, never quoted", () => {
    const content = { ...sampleContent(0), title: "secret\u0000" };
    expect(() => canonicalBytes(content)).toThrow(/title/);
    expect(() => canonicalBytes(content)).not.toThrow(/secret/);
  });
});

describe("parseCanonical", () => {
  const text = Buffer.from(canonicalBytes(sampleContent(0))).toString("utf8");
  it.each<[string, string | Buffer]>([
    ["a space more", ` ${text}`],
    ["a line end at the end", `${text}\n`],
    ["a byte order mark", `\ufeff${text}`],
    ["a key twice", text.replace('"number":3', '"number":2,"number":3')],
    ["another spelling of a number", text.replace('"number":3', '"number":3.0')],
    ["an escape that is not needed", text.replace("How we", "\\u0048ow we")],
    ["bytes that are not UTF-8", Buffer.concat([Buffer.from(text.slice(0, 40)), Buffer.from([0xff]), Buffer.from(text.slice(40))])],
    ["text cut short", text.slice(0, -1)],
    ["JSON 10,000 deep", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["nothing", ""],
    ["null", "null"],
    ["more than 8 MB", "x".repeat(8 * 1024 * 1024 + 1)],
  ])("refuses %s", (_name, bytes) => {
    expect(() => parseCanonical(Buffer.from(bytes))).toThrow(InvalidContentError);
  });
});
