import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { removeLine } from "#app/domain/funding/change-lines.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { recordContribution } from "#app/domain/funding/record-contribution.server.ts";
import { acceptPart, type AcceptPartInput } from "#app/domain/funding/shared/accept-part.server.ts";
import { declinePart } from "#app/domain/funding/shared/decline-part.server.ts";
import type { SharedInput } from "#app/domain/funding/shared/forms.server.ts";
import { findOffer, findShared, listPartnershipChoices, listShared } from "#app/domain/funding/shared/queries.server.ts";
import { recordShared } from "#app/domain/funding/shared/record-shared.server.ts";
import { totalOf } from "#app/domain/funding/shared/rules.ts";
import { withdrawShared } from "#app/domain/funding/shared/withdraw-shared.server.ts";
import { as } from "#db/client.server.ts";
import { sharedContributions, sharedParts } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { cashLine, need, publishBudget } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { republishDirectory } from "#tests/support/publication.ts";

const year = "2022-23" as const;

/** What a mayor published as the police's share of ten partnerships in a year, in pounds, under made-up names. */
const published: [slug: string, pounds: number][] = [
  ["alderbolt", 34_592],
  ["birchbury", 23_700],
  ["cedarmill", 63_732],
  ["dogwoodham", 25_800],
  ["elmdale", 24_300],
  ["fernford", 27_000],
  ["gorseport", 27_600],
  ["hazelside", 26_400],
  ["ivyford", 25_800],
  ["juniperan", 28_800],
];

let database: TestDatabase;
let all: TestPartnership[];
let host: TestPartnership;
let second: TestPartnership;
let third: TestPartnership;
let outside: TestPartnership;

const constraint = (name: string) => ({ cause: expect.objectContaining({ constraint_name: name }) as unknown });

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
  all = [];
  for (const [slug] of published) all.push(await addPartnership(database.sql, slug));
  outside = await addPartnership(database.sql, "yewmere");
  for (const partnership of [...all, outside]) await republishDirectory(partnership);
  const [first, next, after] = all;
  if (!first || !next || !after) throw new Error("no partnerships");
  [host, second, third] = [first, next, after];
});
afterAll(() => database.close());

/** One payer's amount for these partnerships, weighted by these whole numbers. */
function amount(pence: number, parts: readonly (readonly [TestPartnership, weight: number])[], changes: Partial<SharedInput> = {}): SharedInput {
  return {
    year,
    contributor: "Vale Police",
    sector: "police",
    payer: "Mayor of the Vale",
    pence,
    method: "weighted",
    childrenShare: 5_000,
    purpose: "The police share, for children and adults",
    parts: parts.map(([partnership, weight]) => ({ partnershipId: partnership.id, weight: weight * 100 })),
    ...changes,
  };
}

async function enter(shared: SharedInput, by = host): Promise<string> {
  return need(await recordShared(by.businessManager.actor, { partnershipId: by.id, sharedId: null, revision: 0, shared }, submission())).sharedId;
}

const alter = (sharedId: string, shared: SharedInput, { revision = 1, sent = submission() } = {}) => recordShared(host.businessManager.actor, { partnershipId: host.id, sharedId, revision, shared }, sent);
const accept = (by: TestPartnership, sharedId: string, changes: Partial<AcceptPartInput> = {}, person: TestPerson = by.businessManager, sent = submission()) =>
  acceptPart(person.actor, { partnershipId: by.id, sharedId, revision: 1, repeated: true, ...changes }, sent);
const decline = (by: TestPartnership, sharedId: string, changes: { revision?: number; reason?: string } = {}, person: TestPerson = by.businessManager) =>
  declinePart(person.actor, { partnershipId: by.id, sharedId, revision: 1, reason: "We agreed another amount.", ...changes }, submission());
const hosted = async (sharedId: string) => {
  const shared = await findShared(host.businessManager.actor, host.id, sharedId);
  if (!shared) throw new Error("not hosted");
  return shared;
};
const linesOf = async (sharedId: string) => database.sql<{ partnership_id: string; pence: string }[]>`select partnership_id, pence from portal.contributions where shared_id = ${sharedId}`;
const events = async ({ id }: TestPartnership) => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${id} order by seq`).map((row) => row.type);

describe("one payer's amount for ten partnerships", () => {
  let sharedId = "";

  test("entered once, divided by the amounts that were published, is those amounts to the penny, and half of each for children", async () => {
    const total = published.reduce((sum, [, pounds]) => sum + pounds, 0);
    expect(total).toBe(307_724);
    sharedId = await enter(amount(total * 100, published.map(([, pounds], at) => [all[at] ?? outside, pounds] as const)));
    const { parts, childrenShare } = await hosted(sharedId);
    expect(parts.map((part) => [part.name, part.pence / 100, part.childrenPence / 100])).toEqual(
      published.map(([, pounds], at) => [all[at]?.name, pounds, pounds / 2]),
    );
    expect(childrenShare).toBe(5_000);
    expect(totalOf(parts)).toEqual({ pence: 307_724_00, childrenPence: 153_862_00 });
    expect((await events(host)).at(-1)).toBe("shared-contribution.recorded");
  });

  test("each partnership sees its own part, who offers it, and no other", async () => {
    const { hosted: none, offered } = await listShared(second.businessManager.actor, second.id);
    expect(none).toEqual([]);
    expect(offered).toMatchObject([{ id: sharedId, contributor: "Vale Police", payer: "Mayor of the Vale", pence: 307_724_00, partPence: 23_700_00, partChildrenPence: 11_850_00, state: "proposed", host: { id: host.id, name: host.name } }]);
    expect(await findShared(second.businessManager.actor, second.id, sharedId)).toBeNull();
    const seen = await as(second.businessManager.actor, (tx) => tx.db.select().from(sharedParts));
    expect(seen.map((part) => part.partnershipId)).toEqual([second.id]);
  });

  test("all ten accept, the host its own too: ten lines with the whole and the children's share", async () => {
    for (const partnership of all) need(await accept(partnership, sharedId));
    const lines = await Promise.all(all.map(async (partnership) => (await findFundingYear(partnership.businessManager.actor, partnership.id, year))?.contributions ?? []));
    expect(lines.flat()).toHaveLength(10);
    expect(lines.flat().reduce((sum, line) => sum + (line.pence ?? 0), 0)).toBe(307_724_00);
    expect(lines[0]?.[0]).toMatchObject({ contributor: "Vale Police", sector: "police", payer: "Mayor of the Vale", form: "cash", pence: 34_592_00, childrenShare: 5_000, purpose: "The police share, for children and adults", sharedId, seatId: null });
    expect((await hosted(sharedId)).parts.every((part) => part.state === "accepted")).toBe(true);
    expect((await events(second)).slice(-3)).toEqual(["funding-year.opened", "funding-line.recorded", "shared-part.accepted"]);
  });

  test("what was accepted is not changed under anybody, by anybody", async () => {
    expect(await alter(sharedId, amount(300_000_00, [[host, 1], [second, 1]]))).toEqual({ ok: false, refusal: "part-accepted" });
    expect(await withdrawShared(host.businessManager.actor, { partnershipId: host.id, sharedId, revision: 1 }, submission())).toEqual({ ok: false, refusal: "part-accepted" });
    const [line] = (await findFundingYear(second.businessManager.actor, second.id, year))?.contributions ?? [];
    if (!line) throw new Error("no line");
    const { contributor, sector, payer, purpose, childrenShare, pence } = line;
    const change = (values: Parameters<typeof cashLine>[0]) => recordContribution(second.businessManager.actor, { partnershipId: second.id, year, lineId: line.id, revision: line.revision, line: cashLine({ contributor, sector, payer, purpose, childrenShare, pence, ...values }), repeated: false }, submission());
    for (const values of [{ pence: 1 }, { childrenShare: 10_000 }, { form: "in-kind" as const }]) expect(await change(values)).toEqual({ ok: false, refusal: "line-shared" });
    expect(await removeLine(second.businessManager.actor, { partnershipId: second.id, year, list: "contributions", lineId: line.id, revision: line.revision }, submission())).toEqual({ ok: false, refusal: "line-shared" });
    expect(await change({ receivedPence: 23_700_00 })).toMatchObject({ ok: true });
  });
});

describe("offering", () => {
  test("flat gives each the same but for a penny, the first named first", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 9], [third, 5]], { method: "flat", childrenShare: 10_000 }));
    expect((await hosted(sharedId)).parts.map((part) => part.pence)).toEqual([33_34, 33_33, 33_33]);
  });

  test("only the host's business manager; to another partnership it does not exist", async () => {
    const shared = amount(100_00, [[host, 1], [second, 1]]);
    const lead = host.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    const before = await events(host);
    for (const person of [lead, host.delegate, host.chair, host.scrutineer]) expect(await recordShared(person.actor, { partnershipId: host.id, sharedId: null, revision: 0, shared }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await recordShared(second.businessManager.actor, { partnershipId: host.id, sharedId: null, revision: 0, shared }, submission())).toEqual({ ok: false, refusal: "not-found" });
    const sharedId = await enter(shared);
    expect(await recordShared(second.businessManager.actor, { partnershipId: second.id, sharedId, revision: 1, shared }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await findOffer(outside.businessManager.actor, outside.id, sharedId)).toBeNull();
    expect(await findShared(outside.businessManager.actor, outside.id, sharedId)).toBeNull();
    expect(await accept(outside, sharedId)).toEqual({ ok: false, refusal: "not-found" });
    const seen = await as(outside.businessManager.actor, async (tx) => [await tx.db.select().from(sharedContributions), await tx.db.select().from(sharedParts)]);
    expect(seen).toEqual([[], []]);
    expect(await events(host)).toEqual([...before, "shared-contribution.recorded"]);
  });

  test("to partnerships that are published, or one's own, and to nobody else", async () => {
    const hidden = await addPartnership(database.sql, "zeldermere");
    const { choices } = await listPartnershipChoices(host.businessManager.actor);
    expect(choices.map((choice) => choice.name)).toEqual([...all, outside].map((partnership) => partnership.name));
    expect((await listPartnershipChoices(hidden.businessManager.actor)).choices.at(-1)).toEqual({ id: hidden.id, name: hidden.name });
    expect(await recordShared(host.businessManager.actor, { partnershipId: host.id, sharedId: null, revision: 0, shared: amount(100_00, [[host, 1], [hidden, 1]]) }, submission())).toEqual({ ok: false, refusal: "not-found" });
  });

  test("sent twice, it is entered once; with other figures under the same key, not at all", async () => {
    const sent = submission({ amount: "100" });
    const input = { partnershipId: host.id, sharedId: null, revision: 0, shared: amount(100_00, [[host, 1], [second, 1]]) };
    const first = need(await recordShared(host.businessManager.actor, input, sent));
    expect(await recordShared(host.businessManager.actor, input, sent)).toEqual({ ok: true, value: first });
    expect(await recordShared(host.businessManager.actor, input, { ...sent, fields: { amount: "200" } })).toEqual({ ok: false, refusal: "form-already-used" });
  });

  test("may change while nobody accepted: parts that go, come or stay, all offered anew; an old page is refused", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
    need(await decline(second, sharedId));
    const changed = amount(120_00, [[second, 1], [third, 2]]);
    need(await alter(sharedId, changed));
    const now = await hosted(sharedId);
    expect(now).toMatchObject({ revision: 2, pence: 120_00, year });
    expect(now.parts).toMatchObject([
      { partnershipId: second.id, pence: 40_00, state: "proposed", reason: null, answeredAt: null },
      { partnershipId: third.id, pence: 80_00, state: "proposed" },
    ]);
    expect(await alter(sharedId, amount(130_00, [[second, 1], [third, 2]]))).toEqual({ ok: false, refusal: "stale" });
    expect(await alter(sharedId, changed, { revision: 2 })).toEqual({ ok: true, value: { sharedId } });
    expect((await hosted(sharedId)).revision).toBe(2);
    expect(await accept(second, sharedId)).toEqual({ ok: false, refusal: "stale" });
    expect(await decline(second, sharedId)).toEqual({ ok: false, refusal: "stale" });
    expect(await accept(host, sharedId)).toEqual({ ok: false, refusal: "not-found" });
    need(await accept(second, sharedId, { revision: 2 }));
  });

  test("may be withdrawn while nobody accepted; then nobody can answer it, and the host cannot change it", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
    const withdraw = (revision: number, sent = submission()) => withdrawShared(host.businessManager.actor, { partnershipId: host.id, sharedId, revision }, sent);
    expect(await withdraw(7)).toEqual({ ok: false, refusal: "stale" });
    expect(await withdrawShared(host.chair.actor, { partnershipId: host.id, sharedId, revision: 1 }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    const sent = submission();
    need(await withdraw(1, sent));
    need(await withdraw(1, sent));
    expect(await withdraw(2)).toEqual({ ok: false, refusal: "nothing-to-change" });
    for (const revision of [1, 2]) {
      expect(await accept(second, sharedId, { revision })).toEqual({ ok: false, refusal: "stale" });
      expect(await alter(sharedId, amount(120_00, [[host, 1], [second, 1]]), { revision })).toEqual({ ok: false, refusal: "stale" });
    }
    expect((await findOffer(second.businessManager.actor, second.id, sharedId))?.withdrawnAt).toBeInstanceOf(Date);
    expect((await events(host)).filter((type) => type === "shared-contribution.withdrawn")).toHaveLength(1);
  });
});

describe("answering", () => {
  test("only the business manager of whose part it is", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
    const lead = second.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    const before = await events(second);
    for (const person of [lead, second.delegate, second.chair, second.scrutineer]) {
      expect(await accept(second, sharedId, {}, person)).toEqual({ ok: false, refusal: "not-permitted" });
      expect(await decline(second, sharedId, {}, person)).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await accept(second, sharedId, {}, host.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect(await decline(second, sharedId, {}, host.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect(await events(second)).toEqual(before);
    expect(await linesOf(sharedId)).toEqual([]);
  });

  test("declined with a reason that the host reads; it is answered once", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
    need(await decline(second, sharedId, { reason: "The board pays us itself." }));
    expect((await hosted(sharedId)).parts.find((part) => part.partnershipId === second.id)).toMatchObject({ state: "declined", reason: "The board pays us itself." });
    expect((await events(second)).at(-1)).toBe("shared-part.declined");
    expect(await decline(second, sharedId)).toEqual({ ok: false, refusal: "part-answered" });
    expect(await accept(second, sharedId)).toEqual({ ok: false, refusal: "part-answered" });
    need(await accept(host, sharedId));
    expect(await alter(sharedId, amount(120_00, [[host, 1], [second, 1]]))).toEqual({ ok: false, refusal: "part-accepted" });
  });

  test("on behalf of a statutory partner it is the line of that partner's seat", async () => {
    const police = second.seats.find((seat) => seat.kind === "police");
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]], { contributor: police?.organisation.toUpperCase() ?? "", sector: "other" }));
    need(await accept(second, sharedId));
    need(await accept(host, sharedId));
    const line = async (of: TestPartnership) => (await findFundingYear(of.businessManager.actor, of.id, year))?.contributions.find((each) => each.sharedId === sharedId);
    expect(await line(second)).toMatchObject({ seatId: police?.id, contributor: police?.organisation, sector: "police" });
    expect(await line(host)).toMatchObject({ seatId: null, sector: "other" });
  });

  test("a line like it that was entered by hand is asked about first", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [third, 1]], { purpose: "A second time" }));
    const line = cashLine({ contributor: "Vale police", sector: "police", payer: "Mayor of the Vale", purpose: "a second  time", pence: 50_00 });
    need(await recordContribution(third.businessManager.actor, { partnershipId: third.id, year, lineId: null, revision: 0, line, repeated: false }, submission()));
    expect(await accept(third, sharedId, { repeated: false })).toEqual({ ok: false, refusal: "line-repeated", detail: "Vale police: a second  time" });
    need(await accept(third, sharedId, { repeated: true }));
  });

  test("at the same time from two windows, it makes one line", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [outside, 1]]));
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => accept(outside, sharedId)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))).toEqual(["part-answered", "part-answered", "part-answered"]);
    expect(await linesOf(sharedId)).toHaveLength(1);
    expect((await events(outside)).filter((type) => type === "funding-year.opened")).toHaveLength(1);
  });

  test("while the host changes it, either the old offer is accepted or the new one waits, never a mixture", async () => {
    for (let time = 0; time < 5; time += 1) {
      const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
      const [answer, changed] = await Promise.all([accept(second, sharedId), alter(sharedId, amount(300_00, [[host, 1], [second, 1]]))]);
      expect([answer.ok, changed.ok].filter(Boolean)).toHaveLength(1);
      const lines = await linesOf(sharedId);
      expect(lines.map((line) => Number(line.pence))).toEqual(answer.ok ? [50_00] : []);
      expect((await hosted(sharedId)).pence).toBe(answer.ok ? 100_00 : 300_00);
    }
  });

  test("sent twice it is done once, and what fails leaves neither line, nor answer, nor record", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
    await database.sql`create function portal.test_failure() returns trigger language plpgsql as $$ begin raise exception 'test'; end $$`;
    await database.sql`create trigger test_failure before update on portal.shared_parts for each row execute function portal.test_failure()`;
    const before = await events(second);
    await expect(accept(second, sharedId)).rejects.toThrow();
    await database.sql`drop trigger test_failure on portal.shared_parts`;
    expect(await linesOf(sharedId)).toEqual([]);
    expect(await events(second)).toEqual(before);
    expect((await findOffer(second.businessManager.actor, second.id, sharedId))?.state).toBe("proposed");
    const sent = submission();
    const first = need(await accept(second, sharedId, {}, second.businessManager, sent));
    expect(await accept(second, sharedId, {}, second.businessManager, sent)).toEqual({ ok: true, value: first });
    expect(await linesOf(sharedId)).toHaveLength(1);
  });
});

describe("once the receiver's budget is signed", () => {
  const signedYear = "2026-27" as const;
  const inYear = { on: "2026-10-01", reason: "The mayor decided it in September." };

  test("the line is added in the year, with a day and a reason, and is published at once; a large one waits for a signature", async () => {
    await publishBudget(database, third, signedYear);
    await database.setClock("2026-10-05T09:10:00Z");
    const small = await enter(amount(8_000_00, [[host, 1], [third, 1]], { year: signedYear }));
    expect((await findOffer(third.businessManager.actor, third.id, small))).toMatchObject({ yearOpen: true, budgetSigned: true });
    expect(await accept(third, small)).toEqual({ ok: false, refusal: "budget-signed" });
    expect(await accept(third, small, { inYear: { ...inYear, on: "2027-10-01" } })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await linesOf(small)).toEqual([]);
    need(await accept(third, small, { inYear }));
    const large = await enter(amount(20_000_00, [[host, 1], [third, 1]], { year: signedYear, purpose: "More" }));
    need(await accept(third, large, { inYear }));
    const found = await findFundingYear(third.businessManager.actor, third.id, signedYear);
    expect(found?.contributions.find((line) => line.sharedId === small)).toMatchObject({ pence: 4_000_00, signed: 0, varied: 4_000_00 });
    expect(found?.contributions.find((line) => line.sharedId === large)).toMatchObject({ pence: 10_000_00, signed: 0, varied: 0 });
    expect(found?.variations).toMatchObject([{ after: 4_000_00, on: "2026-10-01", reason: inYear.reason, awaitsSignature: false }, { after: 10_000_00, awaitsSignature: true }]);
    expect((await events(third)).slice(-4)).toEqual(["funding-line.recorded", "shared-part.accepted", "funding-line.varied", "funding.published"]);
  });
});

describe("the database alone", () => {
  test("refuses parts that do not sum to the whole, when the transaction ends", async () => {
    const write = (pence: number) =>
      as(host.businessManager.actor, async (tx) => {
        const [row] = await tx.db.insert(sharedContributions).values({ partnershipId: host.id, year, contributor: "Vale Police", sector: "police", pence: 100_00, method: "flat", recordedBy: host.businessManager.personId }).returning();
        await tx.db.insert(sharedParts).values([{ sharedId: row?.id ?? "", hostId: host.id, partnershipId: second.id, weight: 100, pence }]);
      });
    await expect(write(99_99)).rejects.toMatchObject({ constraint_name: "shared_parts_sum" });
    await write(100_00);
  });

  test("refuses to take a part away without the rest, or to change one that was accepted", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
    const remove = as(host.businessManager.actor, (tx) => tx.db.delete(sharedParts).where(ofSecond(sharedId)));
    await expect(remove).rejects.toMatchObject({ constraint_name: "shared_parts_sum" });
    need(await accept(second, sharedId));
    const set = (values: Partial<typeof sharedParts.$inferInsert>) => as(host.businessManager.actor, (tx) => tx.db.update(sharedParts).set(values).where(ofSecond(sharedId)));
    await expect(set({ pence: 1 })).rejects.toMatchObject(constraint("shared_parts_accepted"));
    await expect(set({ state: "proposed", answeredAt: null, answeredBy: null })).rejects.toMatchObject(constraint("shared_parts_accepted"));
  });

  test("lets nobody but its partnership answer a part, nobody but the host decide it, and nobody in another's name", async () => {
    const sharedId = await enter(amount(100_00, [[host, 1], [second, 1]]));
    const set = (person: TestPerson, values: Partial<typeof sharedParts.$inferInsert>) => as(person.actor, (tx) => tx.db.update(sharedParts).set(values).where(ofSecond(sharedId)));
    const answered = { answeredAt: new Date("2026-10-05T09:00:00Z"), answeredBy: second.businessManager.personId };
    await expect(set(host.businessManager, { state: "accepted", ...answered, answeredBy: host.businessManager.personId })).rejects.toMatchObject(constraint("shared_parts_own"));
    await expect(set(second.businessManager, { pence: 99_00 })).rejects.toMatchObject(constraint("shared_parts_own"));
    await expect(as(second.businessManager.actor, (tx) => tx.db.delete(sharedParts).where(ofSecond(sharedId)))).rejects.toMatchObject(constraint("shared_parts_own"));
    const join = { sharedId, hostId: host.id, partnershipId: third.id, weight: 100, pence: 0 };
    await expect(as(third.businessManager.actor, (tx) => tx.db.insert(sharedParts).values(join))).rejects.toMatchObject(constraint("shared_parts_own"));
    await expect(set(second.businessManager, { state: "accepted", ...answered, answeredBy: second.chair.personId })).rejects.toMatchObject(constraint("shared_parts_own_name"));
  });
});

function ofSecond(sharedId: string) {
  return sql`${sharedParts.sharedId} = ${sharedId} and ${sharedParts.partnershipId} = ${second.id}`;
}
