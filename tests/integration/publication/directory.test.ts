import { afterAll, beforeAll, expect, test } from "vitest";

import { listDirectories } from "#app/domain/publication/queries.server.ts";
import { listEntries } from "#app/domain/publication/who-holds-what.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addSharedSeat, type TestPartnership } from "#tests/support/partnership.ts";
import { addPublicPartnership, republishDirectory } from "#tests/support/publication.ts";

let database: TestDatabase;
let first: TestPartnership;
let second: TestPartnership;

beforeAll(async () => {
  database = await freshDatabase();
  first = await addPublicPartnership(database, "alderwick");
  second = await addPublicPartnership(database, "birchmere");
  const police = first.seats.find((seat) => seat.kind === "police");
  if (!police) throw new Error("no police");
  await addSharedSeat(database.sql, second.id, police);
  await database.sql`update portal.people set name_withheld = true where id = ${first.chair.personId}`;
  await republishDirectory(first);
  await republishDirectory(second);
});
afterAll(() => database.close());

test("the last directory of each partnership, read as the public: one force in both, a withheld name in neither", async () => {
  const directories = await listDirectories();
  expect(directories.map((facts) => facts.partnership.slug).sort()).toEqual(["alderwick", "birchmere"]);
  const several = listEntries(directories).filter((entry) => entry.places.length > 1);
  expect(several.map((entry) => [entry.name, entry.places.map((place) => place.partnership.slug)])).toEqual([["Alderwick Police 3", ["alderwick", "birchmere"]]]);
  expect(JSON.stringify(directories)).not.toContain(first.chair.name);
  const chair = directories.find((facts) => facts.partnership.slug === "alderwick")?.chair;
  expect(chair).toMatchObject({ office: "Partnership chair", holder: { name: null } });
});
