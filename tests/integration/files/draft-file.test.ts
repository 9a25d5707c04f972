import { createHash } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { addFile } from "#app/domain/documents/file/add-file.server.ts";
import { findDraftFile, findDraftFileBytes, findVersionFileBytes } from "#app/domain/documents/file/queries.server.ts";
import { readPdf } from "#app/domain/documents/file/read-pdf.server.ts";
import { readPdfFile } from "#app/domain/documents/file/read-pdf-file.server.ts";
import type { ReadFile } from "#app/domain/documents/file/vocabulary.ts";
import { removeFile } from "#app/domain/documents/file/remove-file.server.ts";
import { eraseVersion, proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { findFreeze } from "#app/domain/documents/freeze-queries.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { findVersion, findVersionContent } from "#app/domain/documents/version-queries.server.ts";
import { findVerification } from "#app/domain/publication/get-verification.server.ts";
import { findDocument, getFacts, readBodies } from "#app/domain/publication/queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addDraft, publishDraft, putFile } from "#tests/support/documents.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { manyPages, pdfFile, words } from "#tests/support/pdf-files.ts";

const kind = "threshold-document" as const;

let database: TestDatabase;
let partnership: TestPartnership;
let documentId: string;
let guide: Uint8Array;
let counter = 0;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-01T09:00:00Z");
  guide = await pdfFile([words("Level one: every child."), words("Level four: call the council.")]);
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await database.setClock("2026-09-01T09:00:00Z");
  partnership = await addPartnership(database.sql, `fernwick${String((counter += 1))}`);
  documentId = await addDraft(database.sql, partnership, kind);
});

async function read(bytes: Uint8Array): Promise<ReadFile> {
  const reading = await readPdf(bytes);
  if (!reading.ok) throw new Error("not readable");
  return reading.file;
}

const manager = () => partnership.businessManager.actor;
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const ledger = async (type: string) => (await database.sql`select 1 from ledger.entries where partnership_id = ${partnership.id} and type = ${type}`).length;
const add = async (name: string, bytes: Uint8Array, sent = submission({ name })) => addFile(manager(), { partnershipId: partnership.id, kind, name, file: await read(bytes) }, sent);
const revision = async () => (await database.sql<{ revision: number }[]>`select revision from portal.documents where id = ${documentId}`)[0]?.revision ?? 0;
const freeze = async (reasons: Record<string, string>) => freezeVersion(manager(), { partnershipId: partnership.id, kind, revision: await revision(), reasons }, submission({}));
const versionOf = async (number: number) => {
  const found = (await findDocument(partnership.slug, kind)).versions.find((each) => each.number === number);
  if (!found) throw new Error("not published");
  return found;
};

describe("putting a PDF into a draft", () => {
  test("writes the file, an entry and the next revision; the same again changes nothing", async () => {
    expect(await add("guide.pdf", guide)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await ledger("file.added")).toBe(1);
    expect(await revision()).toBe(2);
    expect((await findDraftFile(manager(), partnership.id, kind))?.file).toMatchObject({ name: "guide.pdf", pages: 2, addedBy: expect.stringContaining("Manager Oak") });
    expect(await add("guide.pdf", guide)).toMatchObject({ ok: true, value: { changed: false } });
    expect([await ledger("file.added"), await revision()]).toEqual([1, 2]);
  });

  test("another takes its place; the first is not kept", async () => {
    await add("guide.pdf", guide);
    await add("guide-2.pdf", await pdfFile([words("Level two: early help.")]));
    const found = await findDraftFileBytes(manager(), partnership.id, kind);
    expect(found?.file).toMatchObject({ name: "guide-2.pdf", pages: 1 });
    expect(await database.sql`select 1 from portal.draft_files where partnership_id = ${partnership.id}`).toHaveLength(1);
  });

  test("sent twice, it is done once", async () => {
    const sent = submission({ name: "guide.pdf" });
    const first = await add("guide.pdf", guide, sent);
    expect(await add("guide.pdf", guide, sent)).toEqual(first);
    expect(await ledger("file.added")).toBe(1);
  });

  test("is for those who may edit, of a draft there is, and of a kind that may be a PDF", async () => {
    const file = await read(guide);
    const asked = { partnershipId: partnership.id, kind, name: "guide.pdf", file };
    expect(await addFile(partnership.scrutineer.actor, asked, submission({}))).toMatchObject({ refusal: "not-permitted" });
    expect(await addFile(manager(), { ...asked, kind: "arrangements" }, submission({}))).toMatchObject({ refusal: "file-not-allowed" });
    const other = await addPartnership(database.sql, `otterbank${String(counter)}`);
    expect(await addFile(other.businessManager.actor, { ...asked, partnershipId: other.id }, submission({}))).toMatchObject({ refusal: "not-found" });
    expect(await addFile(other.businessManager.actor, asked, submission({}))).toMatchObject({ ok: false });
    expect(await findDraftFileBytes(other.businessManager.actor, partnership.id, kind)).toBeNull();
    expect(await ledger("file.added")).toBe(0);
  });

  test("taking it out needs the file that was seen", async () => {
    const bytes = await putFile(partnership, kind, "guide.pdf", guide);
    const take = (sha256: string, actor = manager()) => removeFile(actor, { partnershipId: partnership.id, kind, sha256 }, submission({ sha256 }));
    expect(await take("0".repeat(64))).toMatchObject({ refusal: "stale" });
    expect(await take(hash(bytes), partnership.scrutineer.actor)).toMatchObject({ refusal: "not-permitted" });
    expect(await take(hash(bytes))).toMatchObject({ ok: true, value: { name: "guide.pdf" } });
    expect(await ledger("file.removed")).toBe(1);
    expect(await take(hash(bytes))).toMatchObject({ refusal: "stale" });
  });
});

describe("readiness", () => {
  test("without sections and without a PDF there is nothing to freeze; with a PDF alone a reason is needed", async () => {
    expect((await findFreeze(manager(), partnership.id, kind))?.readiness.errors.map((line) => line.code)).toEqual(["no-sections"]);
    await add("guide.pdf", guide);
    const readiness = (await findFreeze(manager(), partnership.id, kind))?.readiness;
    expect([readiness?.errors, readiness?.warnings.filter((line) => !line.code.startsWith("review:")).map((line) => line.code)]).toEqual([[], ["only-file"]]);
    expect(await freeze({})).toMatchObject({ refusal: "not-ready" });
    const reasons = Object.fromEntries((readiness?.warnings ?? []).map(({ code }) => [code, "It is printed and handed out as it is."]));
    expect(await freeze(reasons)).toMatchObject({ ok: true });
  });

  test("an identifier in the PDF blocks, with its page; words outside the pages are looked through too", async () => {
    await add("guide.pdf", await pdfFile([words("Level one."), words("For example NHS number 943 476 5919.")], (document) => document.setLanguage("born 4 May 2011, of QQ123456C")));
    const readiness = (await findFreeze(manager(), partnership.id, kind))?.readiness;
    expect(readiness?.errors.map((line) => line.text)).toEqual([expect.stringMatching(/^Page 2 of “guide\.pdf” contains what is certainly a National Health Service/)]);
    expect(readiness?.errors[0]?.place).toEqual({ kind: "file" });
    expect(readiness?.warnings.some((line) => line.text.startsWith("“guide.pdf”, in its bookmarks, descriptions or links,"))).toBe(true);
    expect(await freeze({})).toMatchObject({ refusal: "not-ready" });
  });
});

describe("a version with a PDF", () => {
  test("is signed with the hash of the file in its bytes, published with it, and each check passes", async () => {
    const bytes = await putFile(partnership, kind, "guide.pdf", guide);
    const { number } = await publishDraft(partnership, kind);
    const file = { name: "guide.pdf", sha256: hash(bytes), size: bytes.length, pages: 2 };
    expect((await findVersionContent(manager(), partnership.id, kind, number))?.file).toEqual(file);
    expect((await findVersion(manager(), partnership.id, kind, number))?.file).toEqual(file);
    expect(Buffer.from((await findVersionFileBytes(manager(), partnership.id, kind, number))?.body ?? []).equals(bytes)).toBe(true);

    const version = await versionOf(number);
    expect(version.sha256.file).toBe(file.sha256);
    expect((await readBodies(version.publicationId, ["file"])).file?.equals(bytes)).toBe(true);
    expect(await getFacts(version.publicationId)).toMatchObject({ fileName: "guide.pdf", file: { sha256: file.sha256, size: file.size, pages: 2 } });
    for (const asked of [file.sha256, version.sha256.content]) {
      const verification = await findVerification(asked);
      expect(verification?.checks?.every((check) => check.passed)).toBe(true);
      expect(verification?.checks?.map((check) => check.key)).toContain("file-hash");
    }
    expect((await findVerification(file.sha256))?.format).toBe("file");
  });

  test("the database takes no other file for it, and none where there is none", async () => {
    await putFile(partnership, kind, "guide.pdf", guide);
    const { versionId } = await publishDraft(partnership, kind);
    await expect(database.sql`update portal.versions set file = null, file_sha256 = null where id = ${versionId}`).rejects.toMatchObject({ constraint_name: "versions_immutable" });
    await expect(database.sql`
      insert into publication.bodies (publication_id, partnership_id, format, sha256, size, body)
      select id, partnership_id, 'file', encode(sha256('x'::bytea), 'hex'), 1, 'x'::bytea from publication.publications where partnership_id = ${partnership.id} and kind = ${kind}`).rejects.toMatchObject({ constraint_name: "bodies_are_the_published_bytes" });
  });

  test("taken down, nobody reads the file; erased, its bytes go with the last version that carries them", async () => {
    await putFile(partnership, kind, "guide.pdf", guide);
    const first = await publishDraft(partnership, kind);
    await database.sql`update portal.documents set change_note = 'The same file, new dates.', revision = revision + 1, saved_at = access.clock() where id = ${documentId}`;
    await database.setClock("2026-09-01T09:04:00Z");
    const second = await publishDraft(partnership, kind);
    const stored = async () => (await database.sql`select 1 from portal.payloads p join portal.versions v on v.partnership_id = p.partnership_id and v.file_sha256 = p.sha256 where v.id = ${second.versionId} and p.body is not null`).length;
    for (const [at, version] of [first, second].entries()) {
      const asked = { partnershipId: partnership.id, versionId: version.versionId };
      expect(await takeDownVersion(partnership.chair.actor, { ...asked, reason: "Somebody could be identified." }, submission({}))).toMatchObject({ ok: true });
      const published = await versionOf(version.number);
      expect(await readBodies(published.publicationId, ["file"])).toEqual({});
      expect((await findVersionFileBytes(manager(), partnership.id, kind, version.number))?.body).toBeNull();
      expect(await proposeErasure(partnership.chair.actor, asked, submission({}))).toMatchObject({ ok: true });
      expect(await eraseVersion(partnership.scrutineer.actor, asked, submission({}))).toMatchObject({ ok: true });
      expect(await stored()).toBe(at === 0 ? 1 : 0);
    }
  });
});

test("a file that would hold the reader up is ended, and the next is read", { timeout: 120_000 }, async () => {
  expect(await readPdfFile(await manyPages(3_000))).toEqual({ ok: false, findings: [{ problem: "too-many-pages", page: null }] });
  expect(await readPdfFile(Buffer.alloc(19_000_001))).toEqual({ ok: false, findings: [{ problem: "too-large", page: null }] });
  expect(await readPdfFile(Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(2_000_000, "1 0 obj <</A [")]))).toMatchObject({ ok: false, findings: [{ problem: "damaged" }] });
  expect(await readPdfFile(guide)).toMatchObject({ ok: true, file: { pages: 2 } });
});
