import { createHash } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { findVersionBytes } from "#app/domain/documents/version-queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";

const documents = 20;
const formats = ["content", "html", "pdf"] as const;

let database: TestDatabase;
let partnership: TestPartnership;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPartnership(database.sql, "rowanhead");
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
});
afterAll(async () => {
  await database.close();
});

const word = fc.constantFrom("safeguarding", "every", "child’s", "voice", "école", "Siân", "&", "5 < 6", "“heard”", "2026", "£1,200.50", "—", "Ağrı", "plan");
const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `We ${words.join(" ")}.`);
const block = fc.oneof(
  sentence,
  fc.array(sentence, { minLength: 1, maxLength: 5 }).map((items) => items.map((item) => `- ${item}`).join("\n")),
  sentence.map((text) => `## Heading\n\n${text}`),
  fc.array(word, { minLength: 2, maxLength: 2 }).map((cells) => `| One | Two |\n| --- | --- |\n| ${cells.join(" | ")} |`),
);
const body = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join("\n\n"));

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test(`what is shown, signed and published is one thing, in ${String(documents)} random documents`, { timeout: 180_000 }, async () => {
  const bodies = fc.sample(body, { numRuns: documents, seed: 20_260_930 });
  expect(new Set(bodies).size).toBe(documents);
  for (const [at, text] of bodies.entries()) {
    await changeDraft(database.sql, partnership.id, { position: at % 20, body: text, note: `Change ${String(at)}.` });
    const { versionId, number } = await freezeDraft(database.sql, partnership);
    const shown = await Promise.all(formats.map((format) => findVersionBytes(partnership.chair.actor, partnership.id, "arrangements", number, format)));
    const shownHashes = shown.map((bytes) => sha256(bytes?.body ?? new Uint8Array()));
    await signEverySeat(partnership, versionId);
    const outcome = await publishVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId }, submission());
    expect(outcome).toMatchObject({ ok: true });

    const statements = await database.sql<{ said: { contentSha256: string; htmlSha256: string; pdfSha256: string } }[]>`
      select convert_from(p.body, 'UTF8')::jsonb as said from portal.signatures s
      join portal.payloads p on p.partnership_id = s.partnership_id and p.sha256 = s.statement_sha256 where s.version_id = ${versionId}`;
    expect(statements).toHaveLength(3);
    for (const { said } of statements) expect([said.contentSha256, said.htmlSha256, said.pdfSha256]).toEqual(shownHashes);

    const published = await database.sql<{ format: (typeof formats)[number]; body: Uint8Array }[]>`
      select b.format, b.body from publication.bodies b join publication.publications p on p.id = b.publication_id where p.version_id = ${versionId}`;
    expect(formats.map((format) => sha256(published.find((row) => row.format === format)?.body ?? new Uint8Array()))).toEqual(shownHashes);
  }
});
