import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { correctVersion } from "#app/domain/documents/correct-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { atomFeed } from "#app/domain/publication/atom-feed.server.ts";
import { findUpdates } from "#app/domain/publication/updates.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPerson, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { addPublicPartnership, publishDraft, republishDirectory } from "#tests/support/publication.ts";
import { changeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let versionId: string;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPublicPartnership(database, "alderwick");
  await changeDraft(database.sql, partnership.id, { position: 0, body: "We do this.", note: "First & <foremost>." });
  versionId = (await publishDraft(database, partnership)).versionId;
});
afterAll(() => database.close());

const updates = async () => (await findUpdates("alderwick"))?.updates ?? [];
const said = async () => (await updates()).map(({ title, lines }) => [title, ...lines]);

describe("the updates of a partnership", () => {
  test("begin with its being set up, and tell each publication", async () => {
    expect(await said()).toEqual([["Arrangements, version 1: published", "First & <foremost>."], ["The partnership was set up here"]]);
    expect(await findUpdates("nowhere")).toBeNull();
  });

  test("tell in words who came and who left", async () => {
    const seat = partnership.seats[0];
    const person = await addPerson(database.sql, "Rowan Newcomer");
    await database.sql`update portal.appointments set ends_on = '2026-12-01' where id = ${seat?.leadAppointmentId ?? ""}`;
    await republishDirectory(partnership);
    await database.sql`
      insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on)
      select partnership_id, post_id, role, seat_id, seat_kind, ${person.personId}, '2027-01-04' from portal.appointments where id = ${seat?.leadAppointmentId ?? ""}`;
    await republishDirectory(partnership);
    const label = `Lead safeguarding partner, ${seat?.organisation ?? ""}`;
    expect((await said()).slice(0, 2)).toEqual([
      ["Who is accountable: changed", `${label}: Rowan Newcomer, from 4 January 2027.`],
      ["Who is accountable: changed", `${label}: Lead Ash alderwick, until 1 December 2026.`],
    ]);
    await database.sql`update portal.people set name_withheld = true where id = ${person.personId}`;
    await republishDirectory(partnership);
    expect(JSON.stringify(await said())).not.toContain("Newcomer");
    expect((await said())[1]).toEqual(["Who is accountable: changed", `${label}: Name withheld for safety, from 4 January 2027.`]);
  });

  test("tell a correction, and of a version taken down nothing but that it was", async () => {
    await correctVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId, field: "change-note", after: "First and foremost.", reason: "Plain words.", known: 0 }, submission());
    expect((await said())[0]).toEqual(["Arrangements, version 1: the note on what changed was corrected", "It reads now: First and foremost.", "It used to read: First & <foremost>.", "Reason: Plain words.", "Corrected by: Business manager"]);
    await takeDownVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId, reason: "Somebody could be identified." }, submission());
    const told = await said();
    expect(told[0]).toEqual(["Arrangements, version 1: taken down for safety", "Reason: Somebody could be identified."]);
    expect(JSON.stringify(told)).not.toContain("foremost");
    expect(told).toContainEqual(["Arrangements, version 1: published"]);
  });
});

describe("as Atom", () => {
  test("is the same bytes for the same updates, with stable ids and no address of a person", async () => {
    const found = await findUpdates("alderwick");
    const feed = () => atomFeed("https://safeguarding.example", found?.partnership ?? { slug: "", name: "" }, found?.updates ?? []);
    expect(feed()).toBe(feed());
    const ids = [...feed().matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id);
    expect(ids).toEqual(["https://safeguarding.example/partnerships/alderwick/updates", ...(await updates()).map((update) => update.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(feed()).toContain('<link rel="self" href="https://safeguarding.example/partnerships/alderwick/updates.atom"/>');
    expect(feed()).not.toMatch(/<email>|@/);
  });

  test("text is escaped", () => {
    const feed = atomFeed("https://safeguarding.example", { slug: "a", name: "A & B <C>" }, [{ id: "urn:x", at: "2026-09-30T10:00:00.000Z", title: "One & <two>", lines: ["]]> & <b>"], path: "/x?a=1&b=2" }]);
    expect(feed).not.toMatch(/<b>|<C>|<two>/);
    expect(feed).toContain("<![CDATA[One &amp; &lt;two&gt;]]>");
    expect(feed).toContain("<![CDATA[<p>]]&gt; &amp; &lt;b&gt;</p>]]>");
    expect(feed).toContain("2026-09-30T10:00:00.000Z");
  });
});
