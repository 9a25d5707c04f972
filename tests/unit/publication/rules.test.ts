import { describe, expect, test } from "vitest";

import { currentOrLost, findVersion, readSha256, shortHash, showSize, stateOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import type { NoticeState, PublicationState } from "#app/domain/publication/vocabulary.ts";

describe("the state of a publication", () => {
  test.each<[NoticeState[], PublicationState]>([
    [[], "published"],
    [["superseded"], "superseded"],
    [["withdrawn"], "withdrawn"],
    [["superseded", "taken-down"], "taken-down"],
    [["withdrawn", "taken-down", "erased"], "taken-down"],
    [["erased"], "taken-down"],
  ])("after %j is %s", (notices, state) => {
    expect(stateOf(notices.map((each) => ({ state: each })))).toBe(state);
  });
});

const version = (number: number, state: PublicationState): PublishedVersion => ({
  publicationId: `p${String(number)}`,
  versionId: `v${String(number)}`,
  kind: "arrangements",
  number,
  publishedAt: "2026-04-01T00:00:00.000Z",
  sha256: { content: "a".repeat(64), html: "b".repeat(64), pdf: "c".repeat(64) },
  state,
  notices: [], corrections: [],
});

test("a version is found by its number as written in an address", () => {
  const versions = [version(12, "published"), version(2, "superseded")];
  expect(findVersion(versions, "2")?.number).toBe(2);
  for (const wrong of ["02", "2.0", "+2", "", "3", "1e1"]) expect(findVersion(versions, wrong)).toBeUndefined();
});

test("the current file is the published version, or the one taken down; never one withdrawn", () => {
  expect(currentOrLost([version(2, "published"), version(1, "superseded")])?.number).toBe(2);
  expect(currentOrLost([version(2, "taken-down"), version(1, "superseded")])?.number).toBe(2);
  expect(currentOrLost([version(2, "withdrawn"), version(1, "superseded")])).toBeUndefined();
  expect(currentOrLost([])).toBeUndefined();
});

test.each([
  [1, "1 kB"],
  [96_400, "96 kB"],
  [604_161, "604 kB"],
  [1_240_000, "1.2 MB"],
])("%i bytes are shown as %s", (bytes, shown) => {
  expect(showSize(bytes)).toBe(shown);
});

describe("a fingerprint as people paste it", () => {
  const hash = "0123456789abcdef".repeat(4);
  test.each([hash, ` ${hash}\n`, hash.toUpperCase(), `sha256:${hash}`, `SHA-256=${hash}`, hash.replace(/(.{8})/g, "$1 ")])("%j", (typed) => {
    expect(readSha256(typed)).toBe(hash);
  });
  test.each(["", "12", hash.slice(1), `${hash}0`, hash.replace("0", "g"), "7QK2-9F0D-XA4M"])("not %j", (typed) => {
    expect(readSha256(typed)).toBeNull();
  });
  test("shortened", () => {
    expect(shortHash(hash)).toBe("012345…cdef");
  });
});
