import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { declineVersion } from "#app/domain/documents/decline-version.server.ts";
import { proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { tasksFor } from "#app/domain/home/rules.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership, type TestPerson, type TestSeat } from "#tests/support/partnership.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-01T09:00:00Z");
});
afterAll(async () => {
  await database.close();
});

const tasks = async (partnership: TestPartnership, person: TestPerson) => tasksFor(await getHomeFacts(person.actor, partnership.id)).map((task) => task.text);

function seatOf(partnership: TestPartnership, at: number): TestSeat {
  const seat = partnership.seats[at];
  if (!seat) throw new Error("no such seat");
  return seat;
}

describe("what needs each person, as the records stand", () => {
  test("from an empty partnership to a published version and on", async () => {
    const partnership = await addPartnership(database.sql, "thornwick");
    const { businessManager, chair, scrutineer, delegate } = partnership;
    const [council, icb, police] = [seatOf(partnership, 0), seatOf(partnership, 1), seatOf(partnership, 2)];
    const vacancy = (seat: TestSeat) => `Appoint your delegated safeguarding partner for ${seat.organisation}`;

    expect(await tasks(partnership, businessManager)).toEqual(["Start the arrangements"]);
    expect(await tasks(partnership, scrutineer)).toEqual([]);
    expect(await tasks(partnership, council.lead)).toEqual([vacancy(council)]);
    expect(await tasks(partnership, icb.lead)).toEqual([]);

    await addReadyDraft(database.sql, partnership.id, businessManager.personId);
    expect(await tasks(partnership, chair)).toEqual(["Continue the draft of the arrangements"]);

    const { versionId } = await freezeDraft(database.sql, partnership);
    expect(await tasks(partnership, chair)).toEqual([]);
    expect(await tasks(partnership, police.lead)).toEqual(["Sign the arrangements, version 1", vacancy(police)]);
    expect(await tasks(partnership, delegate)).toEqual([]);

    await database.setClock("2026-09-01T09:04:00Z");
    await declineVersion(icb.lead.actor, { partnershipId: partnership.id, versionId, seatId: icb.id, reason: "Out of date." }, submission());
    expect(await tasks(partnership, businessManager)).toEqual(["Answer why version 1 of the arrangements was declined"]);
    expect(await tasks(partnership, icb.lead)).toEqual([]);

    await changeDraft(database.sql, partnership.id, { position: 1, body: "Changed.", note: "Changed." });
    const second = await freezeDraft(database.sql, partnership);
    await signEverySeat(partnership, second.versionId);
    expect(await tasks(partnership, businessManager)).toEqual(["Publish the arrangements, version 2"]);
    expect(await tasks(partnership, delegate)).toEqual([]);

    await publishVersion(chair.actor, { partnershipId: partnership.id, versionId: second.versionId }, submission());
    const facts = await getHomeFacts(scrutineer.actor, partnership.id);
    expect(facts.documents[0]?.versions[0]).toMatchObject({ number: 2, status: "published", publishedOn: "2026-09-01", nextReviewOn: "2027-09-01", seats: [{ signed: true }, { signed: true }, { signed: true }] });
    expect(facts.documents[0]?.versions[1]).toMatchObject({ number: 1, status: "declined", declined: { organisation: icb.organisation, on: "2026-09-01" } });

    await takeDownVersion(chair.actor, { partnershipId: partnership.id, versionId: second.versionId, reason: "Published by mistake." }, submission());
    await proposeErasure(chair.actor, { partnershipId: partnership.id, versionId: second.versionId }, submission());
    expect(await tasks(partnership, chair)).toEqual([]);
    expect(await tasks(partnership, scrutineer)).toEqual(["Decide whether to erase version 2 of the arrangements"]);
  });

  test("nothing of a partnership reaches somebody outside it", async () => {
    const partnership = await addPartnership(database.sql, "sedgemere");
    const outside = await addPartnership(database.sql, "otterbank");
    await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
    await freezeDraft(database.sql, partnership);
    expect(await getHomeFacts(outside.chair.actor, partnership.id)).toMatchObject({ may: { edit: false, publish: false, erase: false, override: false }, mySeats: [], documents: [{ draft: null, versions: [] }, { draft: null, versions: [] }, { draft: null, versions: [] }], erasures: [], overrides: [] });
  });

  test("an identifier that somebody would let through waits for a second person", async () => {
    const partnership = await addPartnership(database.sql, "larkspur");
    const { documentId } = await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
    await database.sql`insert into portal.detector_overrides (document_id, partnership_id, fingerprint, kind, reason, proposed_by)
      values (${documentId}, ${partnership.id}, 'abc', 'nhs-number', 'It is an example.', ${partnership.businessManager.personId})`;
    expect(await tasks(partnership, partnership.chair)).toContain("Decide whether a personal identifier may stay in the draft of the arrangements");
    expect(await tasks(partnership, partnership.businessManager)).toEqual(["Continue the draft of the arrangements"]);
    expect(await tasks(partnership, partnership.scrutineer)).toEqual([]);
  });
});
