import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { CheckKey } from "#app/domain/publication/checks.ts";
import { findVerification } from "#app/domain/publication/get-verification.server.ts";
import { findByHash, ledgerHolds, readBodies } from "#app/domain/publication/queries.server.ts";
import type { PublicRecord } from "#app/domain/publication/record.ts";
import { parseRecord } from "#app/domain/publication/record-schema.server.ts";
import { ledgerEntryHash, verifyPublication, type Claimed, type PublishedBodies } from "#app/domain/publication/verify.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";

let database: TestDatabase;
let claimed: Claimed;
let bodies: Required<Omit<PublishedBodies, "file">>;
let record: PublicRecord;
let holds: boolean[];

beforeAll(async () => {
  database = await freshDatabase();
  const partnership = await addPublicPartnership(database, "alderwick", ["local-authority", "icb", "icb", "police"]);
  await publishArrangements(partnership);
  const [row] = await database.sql<{ sha256: string }[]>`select content_sha256 as sha256 from publication.publications where kind = 'arrangements'`;
  const found = await findByHash(row?.sha256 ?? "");
  if (!found) throw new Error("not published");
  const { content, html, pdf, record: recordBytes } = await readBodies(found.version.publicationId, ["content", "html", "pdf", "record"]);
  const parsed = parseRecord(recordBytes);
  if (!content || !html || !pdf || !parsed) throw new Error("no bodies");
  claimed = { partnershipId: found.partnershipId, versionId: found.version.versionId, number: found.version.number, sha256: found.version.sha256 };
  bodies = { content, html, pdf };
  record = parsed;
  holds = await ledgerHolds(record.ledger);
});
afterAll(async () => {
  await database.close();
});

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const failed = (...args: Parameters<typeof verifyPublication>): CheckKey[] => verifyPublication(...args).filter((check) => !check.passed).map((check) => check.key);

/** The same bytes with one of them changed. */
function touched(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[copy.length - 2] = (copy[copy.length - 2] ?? 0) ^ 1;
  return copy;
}

/** The record with one signature or entry changed. */
function withSignature(change: Partial<PublicRecord["signatures"][number]>, at = 1): PublicRecord {
  return { ...record, signatures: record.signatures.map((signature, index) => (index === at ? { ...signature, ...change } : signature)) };
}
function withEntry(change: Partial<PublicRecord["ledger"][number]>, at = 2): PublicRecord {
  return { ...record, ledger: record.ledger.map((entry, index) => (index === at ? { ...entry, ...change } : entry)) };
}
function restated(change: Record<string, unknown>): Partial<PublicRecord["signatures"][number]> {
  const statement: Record<string, unknown> = { ...JSON.parse(record.signatures[1]?.statement ?? "{}"), ...change };
  const text = JSON.stringify(Object.fromEntries(Object.entries(statement).sort(([a], [b]) => (a < b ? -1 : 1))));
  return { statement: text, statementSha256: sha256(text) };
}

describe("a published version as it is", () => {
  test("passes every check", () => {
    expect(verifyPublication(claimed, bodies, record, holds).map(({ key, passed }) => [key, passed])).toEqual([
      ["content-hash", true],
      ["content-canonical", true],
      ["html-hash", true],
      ["pdf-hash", true],
      ["statement-hashes", true],
      ["every-seat", true],
      ["ledger-hashes", true],
      ["ledger-holds", true],
    ]);
  });

  test("is found by the hash of its text, page or PDF, with who signed and which words", async () => {
    for (const format of ["content", "html", "pdf"] as const) {
      const found = await findVerification(claimed.sha256[format]);
      expect(found).toMatchObject({ format, slug: "alderwick", version: { number: 1, state: "published" } });
      expect(found?.checks?.every((check) => check.passed)).toBe(true);
      expect(found?.signatures).toHaveLength(4);
      expect(found?.signatures[0]).toMatchObject({ office: "Chief Executive", signer: "Lead Ash alderwick", strength: "password+totp", declaration: [expect.stringContaining("on behalf of Alderwick Council 1"), expect.any(String)] });
    }
    expect(await findVerification("f".repeat(64))).toBeNull();
  });

  test("has ledger hashes that the database works out the same", async () => {
    for (const entry of record.ledger) {
      const [row] = await database.sql<{ hash: string }[]>`select hash from ledger.entries where chain = ${entry.chain} and seq = ${entry.seq}`;
      expect(ledgerEntryHash(entry)).toBe(row?.hash);
    }
  });
});

describe("changed bytes fail their check", () => {
  test("content", () => {
    expect(failed(claimed, { ...bodies, content: touched(bodies.content) }, record, holds)).toEqual(["content-hash", "content-canonical", "every-seat"]);
    const spaced = Buffer.from(JSON.stringify(JSON.parse(Buffer.from(bodies.content).toString("utf8")), null, 1));
    expect(failed({ ...claimed, sha256: { ...claimed.sha256, content: sha256(spaced) } }, { ...bodies, content: spaced }, record, holds)).toContain("content-canonical");
  });
  test("HTML and PDF", () => {
    expect(failed(claimed, { ...bodies, html: touched(bodies.html) }, record, holds)).toEqual(["html-hash"]);
    expect(failed(claimed, { ...bodies, pdf: touched(bodies.pdf) }, record, holds)).toEqual(["pdf-hash"]);
  });
  test("missing bytes", () => {
    expect(failed(claimed, {}, null, [])).toEqual(["content-hash", "content-canonical", "html-hash", "pdf-hash", "statement-hashes", "every-seat", "ledger-hashes", "ledger-holds"]);
  });
  test("text of another partnership or version", () => {
    expect(failed({ ...claimed, number: 2 }, bodies, record, holds)).toContain("content-canonical");
    expect(failed({ ...claimed, partnershipId: claimed.versionId }, bodies, record, holds)).toContain("content-canonical");
  });
});

describe("changed signatures fail their check", () => {
  test.each<[string, Partial<PublicRecord["signatures"][number]>]>([
    ["name", { signer: "Somebody Else" }],
    ["office", { office: "Chairman" }],
    ["date", { signedAt: "2020-01-01T00:00:00.000Z" }],
    ["reference", { reference: "0000-0000-0000" }],
    ["hash", { statementSha256: "0".repeat(64) }],
  ])("the %s shown beside it", (_what, change) => {
    expect(failed(claimed, bodies, withSignature(change), holds)).toContain("statement-hashes");
  });
  test("a statement rewritten, its hash included", () => {
    const forged = restated({ signer: "Somebody Else" });
    expect(failed(claimed, bodies, withSignature({ ...forged, signer: "Somebody Else" }), holds)).toEqual(["statement-hashes", "ledger-hashes"]);
  });
  test.each([
    ["text", { contentSha256: "0".repeat(64) }],
    ["page", { htmlSha256: "0".repeat(64) }],
    ["PDF", { pdfSha256: "0".repeat(64) }],
    ["version", { versionId: "00000000-0000-0000-0000-000000000000" }],
    ["number", { number: 9 }],
    ["partnership", { partnershipId: "00000000-0000-0000-0000-000000000000" }],
    ["seat", { seatId: "00000000-0000-0000-0000-000000000000" }],
  ])("a statement about another %s", (_what, change) => {
    expect(failed(claimed, bodies, withSignature(restated(change)), holds)).toContain("every-seat");
  });
  test("a seat missing, and a seat twice", () => {
    const [first, ...rest] = record.signatures;
    if (!first) throw new Error("no signature");
    expect(failed(claimed, bodies, { ...record, signatures: rest }, holds)).toEqual(["every-seat"]);
    expect(failed(claimed, bodies, { ...record, signatures: [first, ...record.signatures] }, holds)).toEqual(["every-seat"]);
  });
});

describe("a changed ledger fails its check", () => {
  test.each<[string, Partial<PublicRecord["ledger"][number]>]>([
    ["author", { actor: "person:somebody" }],
    ["time", { at: "2020-01-01T00:00:00.000Z" }],
    ["type", { type: "version.declined" }],
    ["payload", { payload: "{}" }],
    ["place", { seq: 999 }],
    ["link to the one before", { previous: "0".repeat(64) }],
    ["hash", { hash: "0".repeat(64) }],
    ["chain", { chain: "installation" }],
  ])("another %s", (_what, change) => {
    expect(failed(claimed, bodies, withEntry(change), holds)).toContain("ledger-hashes");
  });
  test.each(["version.frozen", "version.signed", "version.approved", "version.published"])("no %s", (type) => {
    expect(failed(claimed, bodies, { ...record, ledger: record.ledger.filter((entry) => entry.type !== type) }, holds)).toContain("ledger-hashes");
  });
  test("an entry that the ledger does not hold", async () => {
    const moved = withEntry({ seq: 1 });
    const answers = await ledgerHolds(moved.ledger);
    expect(answers.filter((answer) => !answer)).toHaveLength(1);
    expect(failed(claimed, bodies, record, answers)).toEqual(["ledger-holds"]);
    expect(failed(claimed, bodies, record, [])).toEqual(["ledger-holds"]);
  });
});

test("bytes that are no record are no record", () => {
  for (const text of ["", "null", "[]", "{}", "\u0000", JSON.stringify({ ...record, format: "other" })]) expect(parseRecord(Buffer.from(text))).toBeNull();
  expect(parseRecord(undefined)).toBeNull();
});
