import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type OnboardInput, onboardPartnership } from "#app/domain/partnerships/onboard-partnership.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addOrganisation, addPartnership, addPerson, submission, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let administrator: TestPerson;
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
  administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
});
afterAll(async () => {
  await database.close();
});

const base: OnboardInput = {
  name: "Hartlepool Safeguarding Children Partnership",
  slug: "hartlepool",
  areas: ["E06000001"],
  icbs: ["E54000050"],
  editionId: "working-together-2026",
  adoptedOn: "2026-04-01",
  startsOn: "2019-09-29",
};

const code = async (name: string) => {
  const [row] = await database.sql<{ code: string }[]>`select code from portal.organisations where kind = 'icb' and name = ${`NHS ${name} Integrated Care Board`}`;
  if (!row) throw new Error(`no board ${name}`);
  return row.code;
};

const seatsOf = async (slug: string) =>
  database.sql`
    select s.kind, o.name from portal.seats s join portal.partnerships p on p.id = s.partnership_id join portal.organisations o on o.id = s.organisation_id
    where p.slug = ${slug} order by s.position`;

const counts = async () => {
  const [row] = await database.sql`
    select (select count(*)::int from portal.partnerships) as partnerships, (select count(*)::int from portal.seats) as seats,
      (select count(*)::int from ledger.entries) as entries, (select count(*)::int from publication.publications) as publications`;
  return row;
};

describe("onboarding from the reference data", () => {
  test("one council, two health boards: four seats, every post vacant, published", async () => {
    const icbs = [await code("North East and North Cumbria"), await code("Humber and North Yorkshire")];
    const outcome = await onboardPartnership(administrator.actor, { ...base, icbs }, submission());
    expect(outcome).toMatchObject({ ok: true, value: { slug: "hartlepool" } });
    expect(await seatsOf("hartlepool")).toEqual([
      { kind: "local-authority", name: "Hartlepool" },
      { kind: "icb", name: "NHS Humber and North Yorkshire Integrated Care Board" },
      { kind: "icb", name: "NHS North East and North Cumbria Integrated Care Board" },
      { kind: "police", name: "Cleveland" },
    ]);
    const posts = await database.sql`select role, office, valid_from::text from portal.posts where seat_id is null or seat_kind = 'police' order by role`;
    expect(posts).toEqual([
      { role: "business-manager", office: "Business manager", valid_from: "2019-09-29" },
      { role: "chair", office: "Partnership chair", valid_from: "2019-09-29" },
      { role: "dsp", office: "Delegated safeguarding partner", valid_from: "2019-09-29" },
      { role: "lsp", office: "Chief Constable", valid_from: "2019-09-29" },
      { role: "scrutineer", office: "Independent scrutineer", valid_from: "2019-09-29" },
    ]);
    const [published] = await database.sql`select number, facts from publication.publications where slug = 'hartlepool'`;
    expect(published).toMatchObject({
      number: 1,
      facts: {
        areas: [{ code: "E06000001", name: "Hartlepool" }],
        icbCover: [],
        edition: { id: "working-together-2026" },
        seats: [{ organisation: "Hartlepool Council", lead: { holders: [] } }, { lead: { holders: [] } }, { lead: { holders: [] } }, { organisation: "Cleveland Police", lead: { office: "Chief Constable", holders: [] } }],
      },
    });
    const [ledger] = await database.sql`
      select e.type, e.actor, ledger.first_break(e.chain) as broken from ledger.entries e join portal.partnerships p on p.id = e.partnership_id where p.slug = 'hartlepool'`;
    expect(ledger).toEqual({ type: "partnership.onboarded", actor: `person:${administrator.personId}`, broken: null });
  });

  test("two councils under two forces: both forces follow, five seats", async () => {
    const input = { ...base, slug: "middlesbrough-and-york", name: "Middlesbrough and York Partnership", areas: ["E06000002", "E06000014"], icbs: [await code("South Yorkshire")] };
    expect(await onboardPartnership(administrator.actor, input, submission())).toMatchObject({ ok: true });
    const seats = await seatsOf("middlesbrough-and-york");
    expect(seats.map((seat) => seat.kind)).toEqual(["local-authority", "local-authority", "icb", "police", "police"]);
    expect(seats.slice(3).map((seat) => seat.name)).toEqual(["Cleveland", "North Yorkshire"]);
  });

  test("two councils under one force share its seat", async () => {
    const input = { ...base, slug: "redcar-and-stockton", areas: ["E06000003", "E06000004"] };
    input.icbs = [await code("North East and North Cumbria")];
    expect(await onboardPartnership(administrator.actor, input, submission())).toMatchObject({ ok: true });
    expect((await seatsOf("redcar-and-stockton")).map((seat) => seat.kind)).toEqual(["local-authority", "local-authority", "icb", "police"]);
  });

  test.each([
    ["Metropolitan Police", "E09000007"],
    ["City of London", "E09000001"],
  ])("the chief officer of %s is a commissioner", async (_force, area) => {
    const slug = `london-${area.toLowerCase()}`;
    expect(await onboardPartnership(administrator.actor, { ...base, slug, areas: [area], icbs: [await code("North East London")] }, submission())).toMatchObject({ ok: true });
    const [post] = await database.sql`
      select po.office from portal.posts po join portal.partnerships p on p.id = po.partnership_id where p.slug = ${slug} and po.role = 'lsp' and po.seat_kind = 'police'`;
    expect(post?.office).toBe("Commissioner");
  });

  test("a body that began later has its seat from its own beginning", async () => {
    const input = { ...base, slug: "barnsley", areas: ["E08000038"], icbs: [await code("South Yorkshire")] };
    expect(await onboardPartnership(administrator.actor, input, submission())).toMatchObject({ ok: true });
    const rows = await database.sql`
      select s.kind, s.valid_from::text from portal.seats s join portal.partnerships p on p.id = s.partnership_id where p.slug = 'barnsley' order by s.position`;
    expect(rows.map((row) => row.valid_from)).toEqual(["2025-05-01", "2019-09-29", "2019-09-29"]);
  });

  test("sent twice, it is done once", async () => {
    const form = submission({ slug: "darlington" });
    const input = { ...base, slug: "darlington", areas: ["E06000005"], icbs: [await code("North East and North Cumbria")] };
    const [first, second] = await Promise.all([onboardPartnership(administrator.actor, input, form), onboardPartnership(administrator.actor, input, form)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await seatsOf("darlington")).toHaveLength(3);
  });
});

describe("what is refused leaves nothing behind", () => {
  const refusedWith = async (input: Partial<OnboardInput>, person = administrator) => {
    const before = await counts();
    const outcome = await onboardPartnership(person.actor, { ...base, slug: "refused-here", areas: ["E06000010"], icbs: [await code("Humber and North Yorkshire")], ...input }, submission());
    expect(await counts()).toEqual(before);
    return outcome;
  };

  test("an area already covered, with who covers it", async () => {
    expect(await refusedWith({ areas: ["E06000010", "E06000005"] })).toEqual({
      ok: false,
      refusal: "area-already-covered",
      detail: "Darlington is covered by Hartlepool Safeguarding Children Partnership.",
    });
  });

  test("an address already taken", async () => {
    expect(await refusedWith({ slug: "darlington" })).toMatchObject({ refusal: "slug-taken", detail: "/partnerships/darlington belongs to another partnership." });
  });

  test("a council that has ended, one not on the register, a board that is a council, none at all", async () => {
    expect(await refusedWith({ areas: ["E08000016"] })).toMatchObject({ refusal: "body-not-live" });
    expect(await refusedWith({ areas: ["E99999999"] })).toMatchObject({ refusal: "body-not-live" });
    expect(await refusedWith({ icbs: ["E06000010"] })).toMatchObject({ refusal: "body-not-live" });
    expect(await refusedWith({ icbs: [] })).toMatchObject({ refusal: "body-not-live" });
    expect(await refusedWith({ editionId: "working-together-1999" })).toMatchObject({ refusal: "body-not-live" });
  });

  test("an area whose force is not on the register", async () => {
    const id = await addOrganisation(database.sql, "local-authority", "Nowhere Council");
    const [row] = await database.sql<{ code: string }[]>`select code from portal.organisations where id = ${id}`;
    expect(await refusedWith({ areas: [row?.code ?? ""] })).toMatchObject({ refusal: "body-not-live", detail: "The register names no police force for Nowhere Council." });
  });

  test("a date still to come", async () => {
    expect(await refusedWith({ startsOn: "2026-10-06" })).toMatchObject({ refusal: "impossible-dates" });
    expect(await refusedWith({ adoptedOn: "2026-10-06" })).toMatchObject({ refusal: "impossible-dates" });
  });

  test("anybody who is not an administrator, whatever their role", async () => {
    const partnership = await addPartnership(database.sql, "elmbridge");
    const lead = partnership.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    for (const person of [lead, partnership.delegate, partnership.chair, partnership.businessManager, partnership.scrutineer]) {
      expect(await refusedWith({}, person)).toEqual({ ok: false, refusal: "not-found" });
    }
  });
});

test("the same area onboarded ten times at once is covered once, and the others say by whom", async () => {
  const icbs = [await code("Norfolk and Suffolk")];
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      onboardPartnership(administrator.actor, { ...base, name: `Norfolk Partnership ${String(at)}`, slug: `norfolk-${String.fromCharCode(97 + at)}`, areas: ["E10000020"], icbs }, submission()),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  for (const outcome of outcomes) {
    if (!outcome.ok) expect(outcome).toMatchObject({ refusal: "area-already-covered", detail: expect.stringMatching(/^Norfolk is covered by Norfolk Partnership \d\.$/) });
  }
});
