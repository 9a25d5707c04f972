import { afterAll, beforeAll, expect, test } from "vitest";

import { eraseVersion, proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { findDocument, getFacts } from "#app/domain/publication/queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let versionId: string;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPublicPartnership(database, "alderwick");
  await database.sql`update portal.documents set change_note = 'A note that names somebody.' where partnership_id = ${partnership.id}`;
  ({ versionId } = await publishArrangements(partnership));
});
afterAll(async () => {
  await database.close();
});

const facts = async () => {
  const [version] = (await findDocument("alderwick", "arrangements")).versions;
  return getFacts(version?.publicationId ?? "");
};

test("what people wrote around the text is hidden with it, and gone when it is erased", async () => {
  expect(await facts()).toMatchObject({ changeNote: "A note that names somebody.", title: "How we work together to keep children safe" });
  const { id: partnershipId, chair, scrutineer } = partnership;
  await takeDownVersion(chair.actor, { partnershipId, versionId, reason: "Somebody could be identified." }, submission());
  const hidden = await facts();
  expect(hidden).toMatchObject({ changeNote: null, title: "", sections: [], coverage: [] });
  expect(hidden.signatures).toHaveLength(3);

  await proposeErasure(chair.actor, { partnershipId, versionId }, submission());
  await eraseVersion(scrutineer.actor, { partnershipId, versionId }, submission());
  const [kept] = await database.sql<{ text: string; bodies: number }[]>`
    select string_agg(p.facts::text, '') as text,
      (select count(*)::int from publication.bodies b where b.partnership_id = ${partnershipId} and b.body is not null and convert_from(b.body, 'SQL_ASCII') like '%names somebody%') as bodies
    from publication.publications p where p.partnership_id = ${partnershipId}`;
  expect(kept?.text).not.toContain("names somebody");
  expect(kept?.bodies).toBe(0);
});
