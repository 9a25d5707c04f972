import { createHash } from "node:crypto";

import canonicalize from "canonicalize";

import { signatureReference } from "#app/domain/documents/signature-reference.server.ts";
import type { SignatureStatement } from "#app/domain/documents/signature-statement.ts";
import { parseCanonical, sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import type { SignedContent } from "#app/domain/documents/text/content.ts";

import type { Check, CheckKey } from "./checks.ts";
import type { PublicLedgerEntry, PublicRecord, PublicSignature } from "./record.ts";
import { parseJson, parseStatement } from "./record-schema.server.ts";

/** What the publication says it is, from its own row and not from the bytes under test. */
export interface Claimed {
  partnershipId: string;
  versionId: string;
  number: number;
  sha256: { content: string; html: string; pdf: string; file?: string };
}

export interface PublishedBodies {
  content?: Uint8Array;
  html?: Uint8Array;
  pdf?: Uint8Array;
  file?: Uint8Array;
}

/**
 * Every check on a published version, in order. Recomputes everything from the bytes given and never throws: bytes that
 * cannot be read fail their check. `holds` answers, entry by entry of the record, whether the ledger has it now.
 */
export function verifyPublication(claimed: Claimed, bodies: PublishedBodies, record: PublicRecord | null, holds: readonly boolean[]): Check[] {
  const content = readContent(bodies.content);
  return [
    hashCheck("content-hash", bodies.content, claimed.sha256.content),
    canonicalCheck(claimed, content),
    hashCheck("html-hash", bodies.html, claimed.sha256.html),
    hashCheck("pdf-hash", bodies.pdf, claimed.sha256.pdf),
    ...fileCheck(claimed, bodies.file, content),
    statementsCheck(record),
    seatsCheck(claimed, content, record),
    entriesCheck(claimed, record),
    holdsCheck(record, holds),
  ];
}

function check(key: CheckKey, problems: readonly string[], found: string): Check {
  return problems.length === 0 ? { key, passed: true, result: found } : { key, passed: false, result: problems.join(" ") };
}

function hashCheck(key: "content-hash" | "html-hash" | "pdf-hash" | "file-hash", bytes: Uint8Array | undefined, expected: string): Check {
  if (!bytes) return check(key, ["The bytes are not here, so nothing can be worked out."], "");
  const found = sha256Hex(bytes);
  const size = `${bytes.length.toLocaleString("en-GB")} bytes`;
  return check(key, found === expected ? [] : [`The ${size} stored here have another fingerprint: ${found}.`], `${size} were hashed again now. The result is the same.`);
}

/** Only of a version that has a file, by its signed text or by what is published of it. */
function fileCheck(claimed: Claimed, bytes: Uint8Array | undefined, content: SignedContent | null): Check[] {
  const signed = content?.file?.sha256;
  if (!signed && !claimed.sha256.file && !bytes) return [];
  if (!signed) return [check("file-hash", ["The signed text names no file, but one is published with it."], "")];
  return [hashCheck("file-hash", bytes, signed)];
}

function readContent(bytes: Uint8Array | undefined): SignedContent | null {
  try {
    return bytes ? parseCanonical(bytes) : null;
  } catch {
    return null;
  }
}

function canonicalCheck(claimed: Claimed, content: SignedContent | null): Check {
  if (!content) return check("content-canonical", ["The bytes are not signed content written in the standard way."], "");
  const same = content.number === claimed.number && content.partnership.id === claimed.partnershipId;
  return check("content-canonical", same ? [] : ["The text names another partnership or version."], "The text was read, written again in the standard way, and came out byte for byte the same.");
}

function statementsCheck(record: PublicRecord | null): Check {
  if (!record || record.signatures.length === 0) return check("statement-hashes", ["There is no record of signatures."], "");
  const problems = record.signatures.flatMap((signature) => (statementIsWhole(signature) ? [] : [`The statement of ${signature.organisation} does not match its fingerprint or what is shown of it.`]));
  return check("statement-hashes", problems, `${counted(record.signatures.length, "statement")} hashed again now. Each is the same, and names, offices and dates shown are those in it.`);
}

/** The statement has its hash, is canonical, and says what is shown beside it. */
function statementIsWhole(signature: PublicSignature): boolean {
  const statement = parseStatement(signature.statement);
  if (!statement || sha256Hex(Buffer.from(signature.statement, "utf8")) !== signature.statementSha256) return false;
  if (canonicalize(statement) !== signature.statement || signature.reference !== signatureReference(signature.statementSha256)) return false;
  const shown = (["seatId", "organisation", "office", "signer", "acting", "signedAt"] as const).every((field) => signature[field] === statement[field]);
  return shown;
}

function seatsCheck(claimed: Claimed, content: SignedContent | null, record: PublicRecord | null): Check {
  if (!content || !record) return check("every-seat", ["It cannot be known which signatures are needed."], "");
  const statements = record.signatures.map((signature) => parseStatement(signature.statement));
  const required = content.seats;
  const missing = required.filter((seat) => statements.filter((statement) => statement?.seatId === seat.seatId).length !== 1).map((seat) => `There is not exactly one signature for ${seat.organisation}.`);
  const foreign = statements.flatMap((statement, index) =>
    statement && isAboutThis(claimed, statement) && required.some((seat) => seat.seatId === statement.seatId) ? [] : [`The signature of ${record.signatures[index]?.organisation ?? "a partner"} is about something else.`],
  );
  return check("every-seat", [...missing, ...foreign], `${counted(required.length, "signature is", "signatures are")} needed and ${required.length} ${required.length === 1 ? "is" : "are"} here: ${required.map((seat) => seat.organisation).join(", ")}.`);
}

function isAboutThis(claimed: Claimed, statement: SignatureStatement): boolean {
  return (
    statement.versionId === claimed.versionId &&
    statement.number === claimed.number &&
    statement.partnershipId === claimed.partnershipId &&
    statement.contentSha256 === claimed.sha256.content &&
    statement.htmlSha256 === claimed.sha256.html &&
    statement.pdfSha256 === claimed.sha256.pdf
  );
}

const ledgerFirstLine = "safeguarding-ledger-entry/v1";

/** The hash of a ledger entry, worked out here and not by the database that keeps it. */
export function ledgerEntryHash(entry: Omit<PublicLedgerEntry, "hash" | "payload">): string {
  const lines = [ledgerFirstLine, entry.chain, String(entry.seq), entry.previous, entry.at, entry.actor, entry.type, entry.payloadSha256];
  return createHash("sha256").update(lines.map((line) => `${line}\n`).join(""), "utf8").digest("hex");
}

function entriesCheck(claimed: Claimed, record: PublicRecord | null): Check {
  if (!record || record.ledger.length === 0) return check("ledger-hashes", ["There is no record of the steps."], "");
  const broken = record.ledger.flatMap((entry) => {
    const whole = sha256Hex(Buffer.from(entry.payload, "utf8")) === entry.payloadSha256 && ledgerEntryHash(entry) === entry.hash && entry.chain === claimed.partnershipId;
    return whole ? [] : [`Entry ${entry.seq} does not match its fingerprint.`];
  });
  const gaps = record.ledger.flatMap((entry, index) => {
    const before = record.ledger[index - 1];
    if (!before || entry.seq > before.seq + 1) return [];
    return entry.seq === before.seq + 1 && entry.previous === before.hash ? [] : [`Entry ${entry.seq} does not follow on the entry before.`];
  });
  const unsaid = stepsExpected(claimed, record).filter((step) => !record.ledger.some((entry) => says(entry, step))).map((step) => `No entry says ${step.words}.`);
  return check("ledger-hashes", [...broken, ...gaps, ...unsaid], `${counted(record.ledger.length, "entry", "entries")} hashed again now, from ${record.ledger[0]?.seq ?? 0} to ${record.ledger.at(-1)?.seq ?? 0}. Each is the same, and together they say that this version was fixed, signed by each partner, approved and published.`);
}

interface Step {
  type: string;
  data: Record<string, unknown>;
  words: string;
}

function stepsExpected(claimed: Claimed, record: PublicRecord): Step[] {
  const { versionId, sha256 } = claimed;
  const about = { versionId, contentSha256: sha256.content };
  return [
    { type: "version.frozen", data: { ...about, htmlSha256: sha256.html, pdfSha256: sha256.pdf }, words: "that this text was fixed" },
    ...record.signatures.map(({ seatId, statementSha256, organisation }) => ({ type: "version.signed", data: { ...about, seatId, statementSha256 }, words: `that ${organisation} signed` })),
    { type: "version.approved", data: about, words: "that it was approved" },
    { type: "version.published", data: about, words: "that it was published" },
  ];
}

function says(entry: PublicLedgerEntry, step: Step): boolean {
  const payload = parseJson(entry.payload);
  if (entry.type !== step.type || typeof payload !== "object" || payload === null) return false;
  const said = new Map<string, unknown>(Object.entries(payload));
  return said.get("type") === step.type && Object.entries(step.data).every(([name, value]) => said.get(name) === value);
}

function holdsCheck(record: PublicRecord | null, holds: readonly boolean[]): Check {
  if (!record || record.ledger.length === 0) return check("ledger-holds", ["There are no steps to ask about."], "");
  const gone = record.ledger.filter((_entry, index) => holds[index] !== true).map((entry) => `Entry ${entry.seq} is not in the ledger at its place.`);
  return check("ledger-holds", gone, `The ledger was asked for ${counted(record.ledger.length, "entry", "entries")} now and holds each.`);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
