import { afterAll, beforeAll, expect, test } from "vitest";

import { eraseVersion, proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { findVerification } from "#app/domain/publication/get-verification.server.ts";
import { findDirectory, findDocument, getBodyHash, getFacts, listChanges, listPartnerships, listReadableVersions, readBodies } from "#app/domain/publication/queries.server.ts";
import { sitemap } from "#app/domain/publication/sitemap.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { addPublicPartnership, publishArrangements, republishDirectory } from "#tests/support/publication.ts";

let database: TestDatabase;
let partnership: TestPartnership;
const origin = "https://safeguarding.example";

beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPublicPartnership(database, "alderwick");
  await addPublicPartnership(database, "birchmere");
});
afterAll(async () => {
  await database.close();
});

const all = ["content", "html", "pdf", "record"] as const;
async function newest() {
  const { versions } = await findDocument("alderwick", "arrangements");
  const [version] = versions;
  if (!version) throw new Error("nothing published");
  return { version, versions };
}

test("nothing published: the partnership is listed, its document has no versions", async () => {
  expect((await findDocument("alderwick", "arrangements")).versions).toEqual([]);
  expect((await findDocument("nowhere", "arrangements")).versions).toEqual([]);
  expect(await findDirectory("nowhere")).toBeNull();
  const listed = await listPartnerships();
  expect(listed.map(({ facts, arrangements }) => [facts.partnership.slug, arrangements])).toEqual([["alderwick", null], ["birchmere", null]]);
  expect(await sitemap(origin)).toContain(`<loc>${origin}/partnerships/alderwick</loc>`);
});

test("the directory as last published, with how often and since when", async () => {
  const before = await findDirectory("alderwick");
  expect(before).toMatchObject({ updates: 1, facts: { seats: [{ lead: { office: "Chief Executive", holder: { name: "Lead Ash alderwick", since: "2024-04-01" } } }, {}, {}] } });
  await database.sql`update portal.people set name_withheld = true where id = ${partnership.seats[0]?.lead.personId ?? ""}`;
  await republishDirectory(partnership);
  const after = await findDirectory("alderwick");
  expect(after).toMatchObject({ updates: 2, firstPublishedAt: before?.publishedAt, facts: { seats: [{ lead: { office: "Chief Executive", holder: { name: null } } }, {}, {}] } });
  expect(JSON.stringify(after)).not.toContain("Lead Ash");
  await database.sql`update portal.people set name_withheld = false`;
});

test("published, then superseded by the next", async () => {
  await publishArrangements(partnership);
  expect((await newest()).version).toMatchObject({ number: 1, state: "published", notices: [] });
  await publishArrangements(partnership);
  const { versions } = await newest();
  expect(versions.map(({ number, state }) => [number, state])).toEqual([[2, "published"], [1, "superseded"]]);
  expect(Object.keys(await readBodies(versions[1]?.publicationId ?? "", all)).sort()).toEqual(["content", "html", "pdf", "record"]);
  const listed = await listPartnerships();
  expect(listed[0]?.arrangements).toMatchObject({ number: 2, state: "published", inForceFrom: "2026-09-01", contentSha256: versions[0]?.sha256.content });
});

test("withdrawn: the text stays, under its public reason", async () => {
  const { version } = await newest();
  const outcome = await withdrawVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId: version.versionId, reason: "The education section was wrong." }, submission());
  expect(outcome.ok).toBe(true);
  const after = (await newest()).version;
  expect(after).toMatchObject({ state: "withdrawn", notices: [{ state: "withdrawn", reason: "The education section was wrong." }] });
  expect(Object.keys(await readBodies(after.publicationId, all))).toHaveLength(4);
  expect((await findVerification(after.sha256.content))?.checks?.every((check) => check.passed)).toBe(true);
  expect((await listPartnerships())[0]?.arrangements?.state).toBe("withdrawn");
});

test("taken down: no bytes, no change note, no title; hashes and signatures stand", async () => {
  await publishArrangements(partnership);
  const { version } = await newest();
  const outcome = await takeDownVersion(partnership.delegate.actor, { partnershipId: partnership.id, versionId: version.versionId, reason: "Somebody could be identified." }, submission());
  expect(outcome.ok).toBe(true);
  const after = (await newest()).version;
  expect(after).toMatchObject({ number: 3, state: "taken-down", sha256: version.sha256 });
  expect(await readBodies(after.publicationId, all)).toEqual({});
  expect(await getBodyHash(after.publicationId, "content")).toBeNull();
  expect((await listChanges("alderwick", "arrangements")).map(({ number }) => number)).toEqual([2, 1]);
  expect((await listReadableVersions()).map(({ number }) => number)).toEqual([1, 2]);
  expect(await sitemap(origin)).not.toContain("versions/3");
  const verification = await findVerification(version.sha256.pdf);
  expect(verification).toMatchObject({ checks: null, title: null, version: { state: "taken-down" } });
  expect(verification?.signatures.map(({ declaration, strength }) => [declaration, strength])).toEqual([[[], null], [[], null], [[], null]]);
  expect((await getFacts(after.publicationId)).signatures).toHaveLength(3);
});

test("erased: said, and hashes and signatures still stand", async () => {
  const { version } = await newest();
  const about = { partnershipId: partnership.id, versionId: version.versionId };
  expect((await proposeErasure(partnership.delegate.actor, about, submission())).ok).toBe(true);
  expect((await eraseVersion(partnership.chair.actor, about, submission())).ok).toBe(true);
  const after = (await newest()).version;
  expect(after.notices.map(({ state }) => state)).toEqual(["taken-down", "erased"]);
  expect(await findVerification(version.sha256.content)).toMatchObject({ checks: null, signatures: [{ office: "Chief Executive" }, {}, {}] });
});
