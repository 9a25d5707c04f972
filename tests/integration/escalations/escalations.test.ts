import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { decideStage, type StageDecision } from "#app/domain/escalations/decide-stage.server.ts";
import { endEscalation } from "#app/domain/escalations/end-escalation.server.ts";
import { findEscalation, getEscalationChoices, listEscalations } from "#app/domain/escalations/queries.server.ts";
import { raiseEscalation } from "#app/domain/escalations/raise-escalation.server.ts";
import { setClocks } from "#app/domain/escalations/set-clocks.server.ts";
import { takeFurther } from "#app/domain/escalations/take-further.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { escalation, raise } from "#tests/support/escalations.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addRepresentative, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  await database.setClock("2026-09-08T09:00:00Z");
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
});

const at = (number: number, revision: number, on = "2026-09-08") => ({ partnershipId: ours.id, number, revision, looked: [], on });
const further = (number: number, revision: number, on?: string, who: TestPerson = ours.businessManager) => takeFurther(who.actor, { ...at(number, revision, on), words: "They could not agree." }, submission());
const decide = (number: number, revision: number, more: Partial<StageDecision> = {}, who: TestPerson = ours.businessManager) => decideStage(who.actor, { ...at(number, revision), words: "Each pays a third.", tookPart: "Every delegate", advice: null, minorityView: null, ...more }, submission());
const end = (number: number, revision: number, who: TestPerson = ours.businessManager) => endEscalation(who.actor, { ...at(number, revision), outcome: "settled", words: "They agreed to the thirds." }, submission());
const clocks = (days: Parameters<typeof setClocks>[1]["days"], who: TestPerson = ours.chair) => setClocks(who.actor, { partnershipId: ours.id, days }, submission());
const one = async (number: number) => {
  const found = await findEscalation(ours.scrutineer.actor, ours.id, number);
  if (!found) throw new Error("no escalation");
  return found;
};
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'escalation.%' order by seq`).map((row) => row.type.slice(11));
const told = async () =>
  (await database.sql<{ stage: string; name: string }[]>`select m.content->>'stage' as stage, p.name from portal.messages m join portal.people p on p.id = m.person_id where m.partnership_id = ${ours.id} and m.kind = 'escalation-moved' order by m.written_at, p.name`).map((row) => `${row.stage}: ${row.name.split(" ")[0] ?? ""}`);

describe("a dispute", () => {
  test("climbs the ladder stage by stage, each decided and dated, until it is settled", async () => {
    const sent = submission();
    const send = () => raiseEscalation(ours.seats[0]?.lead.actor ?? ours.chair.actor, { partnershipId: ours.id, ...escalation() }, sent);
    expect([await send(), await send()]).toEqual(Array.from({ length: 2 }, () => ({ ok: true, value: { number: 1 } })));
    expect((await one(1)).escalation).toMatchObject({ stage: "raised", stageSince: "2026-09-01", state: "open", dueOn: null, parties: ["The council", "The board"] });
    need(await further(1, 0));
    need(await decide(1, 1, { minorityView: "The police would have split it by cases." }));
    need(await further(1, 2));
    expect(await decide(1, 3)).toEqual({ ok: false, refusal: "advice-needed" });
    need(await decide(1, 3, { advice: "To look at how other areas share it." }));
    need(await further(1, 4));
    need(await further(1, 5));
    expect((await one(1)).escalation).toMatchObject({ stage: "department", decidedOn: null });
    expect(await further(1, 6)).toEqual({ ok: false, refusal: "not-to-escalate" });
    need(await end(1, 6));
    const { escalation: ended, steps } = await one(1);
    expect(ended).toMatchObject({ state: "closed", outcome: "settled", closedOn: "2026-09-08", stage: "department" });
    expect(steps.map(({ kind, stage }) => [kind, stage])).toEqual([["taken-further", "delegates"], ["decided", "delegates"], ["taken-further", "chair"], ["decided", "chair"], ["taken-further", "leads"], ["taken-further", "department"], ["settled", "department"]]);
    expect(await ledger()).toEqual(["raised", "taken-further", "decided", "taken-further", "decided", "taken-further", "taken-further", "ended"]);
    expect(await told()).toEqual(expect.arrayContaining(["raised: Chair", "delegates: Delegate", "delegates: Chair", "chair: Scrutineer", "leads: Lead"]) as string[]);
    for (const late of [await further(1, 7), await decide(1, 7), await end(1, 7)]) expect(late).toEqual({ ok: false, refusal: "escalation-closed" });
  });

  test("is settled at any stage, also at the first", async () => {
    const number = await raise(ours);
    need(await end(number, 0));
    expect((await one(number)).escalation).toMatchObject({ outcome: "settled", stage: "raised" });
  });

  test("is refused on impossible days, from an old page, and with words that identify somebody", async () => {
    const tried = (values: Parameters<typeof escalation>[0]) => raiseEscalation(ours.chair.actor, { partnershipId: ours.id, ...escalation(values) }, submission());
    expect(await tried({ raisedOn: "2026-09-09" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    for (const field of ["subject", "issue", "sought"] as const) expect(await tried({ [field]: "About 943 476 5919 and others" })).toMatchObject({ ok: false, refusal: "identifier-in-words" });
    expect(await tried({ parties: ["The club at SA1 2BD", "The board"] })).toMatchObject({ ok: false, refusal: "words-not-looked-at" });
    const number = await raise(ours);
    expect(await further(number, 0, "2026-08-31")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await further(number, 0, "2026-09-09")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await further(number, 1)).toEqual({ ok: false, refusal: "stale" });
    expect(await decide(number, 0, { minorityView: "See 943 476 5919." })).toMatchObject({ ok: false, refusal: "identifier-in-words" });
    expect(await further(99, 0)).toEqual({ ok: false, refusal: "not-found" });
    const both = await Promise.all([further(number, 0), further(number, 0)]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect((await one(number)).steps).toHaveLength(1);
  });

  test("cannot skip a stage or be changed, whatever the application does", async () => {
    await raise(ours);
    await expect(database.sql`insert into portal.escalation_steps (escalation_id, partnership_id, number, kind, stage, on_day, words, office, recorded_by)
      select id, partnership_id, 1, 'taken-further', 'leads', '2026-09-08', 'At once', office, recorded_by from portal.escalations where partnership_id = ${ours.id}`).rejects.toThrow("one stage at a time");
    await expect(as(ours.chair.actor, (tx) => tx.db.execute(raw`update portal.escalations set issue = 'Another issue altogether'`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") as string } });
    await expect(database.sql`delete from portal.escalations where partnership_id = ${ours.id}`).rejects.toThrow();
  });
});

describe("the clock of a stage", () => {
  test("is the partnership’s own, from the day on which it comes to the stage, and late is said", async () => {
    expect(await clocks({ raised: null })).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await clocks({ raised: 5, delegates: 10 }));
    expect(await clocks({ raised: 5 })).toEqual({ ok: false, refusal: "nothing-to-change" });
    const before = await raise(ours);
    const today = await raise(ours, { raisedOn: "2026-09-08" });
    // Raised before there was a clock.
    expect((await one(before)).escalation).toMatchObject({ dueOn: null, daysLate: 0 });
    expect((await one(today)).escalation).toMatchObject({ dueOn: "2026-09-13", state: "open" });
    need(await clocks({ raised: 2 }));
    expect((await getEscalationChoices(ours.chair.actor, ours.id)).clocks.map((clock) => clock.days)).toEqual([5, 10, 2]);
    expect((await one(today)).escalation.dueOn).toBe("2026-09-10");
    need(await further(before, 0));
    expect((await one(before)).escalation).toMatchObject({ stage: "delegates", dueOn: "2026-09-18" });
    expect((await ledger()).filter((type) => type === "clocks-set")).toHaveLength(2);
  });
});

describe("what waits", () => {
  test("is a decision of whoever holds the stage, and the rest for the chair to follow", async () => {
    const number = await raise(ours);
    const waits = async (person: TestPerson | undefined) => {
      const { toDecide, toFollow } = (await getHomeFacts((person ?? ours.chair).actor, ours.id)).escalations;
      return [toDecide.length, toFollow.length];
    };
    const all = async () => [await waits(ours.delegate), await waits(ours.chair), await waits(ours.seats[0]?.lead), await waits(ours.businessManager)];
    expect(await all()).toEqual([[0, 0], [1, 0], [0, 0], [0, 0]]);
    need(await further(number, 0));
    expect(await all()).toEqual([[1, 0], [0, 1], [0, 0], [0, 0]]);
    need(await decide(number, 1));
    expect(await all()).toEqual([[0, 0], [0, 1], [0, 0], [0, 0]]);
    need(await further(number, 2));
    need(await further(number, 3));
    expect(await all()).toEqual([[0, 0], [0, 1], [1, 0], [0, 0]]);
    need(await end(number, 4));
    expect(await all()).toEqual([[0, 0], [0, 0], [0, 0], [0, 0]]);
  });
});

test("those in office read it, and those who decide record it", async () => {
  const number = await raise(ours);
  const contact = await addRepresentative(database.sql, ours.id, "agency-contact");
  for (const person of [ours.scrutineer, contact]) {
    expect(await raiseEscalation(person.actor, { partnershipId: ours.id, ...escalation() }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    for (const tried of [await further(number, 0, undefined, person), await decide(number, 0, {}, person), await end(number, 0, person), await clocks({ raised: 3 }, person)]) expect(tried).toEqual({ ok: false, refusal: "not-permitted" });
  }
  expect(await clocks({ raised: 3 }, ours.delegate)).toEqual({ ok: false, refusal: "not-permitted" });
  expect(await further(number, 0, undefined, theirs.chair)).toEqual({ ok: false, refusal: "not-found" });
  const read = async (person: TestPerson) => (await listEscalations(person.actor, ours.id)).escalations.length;
  expect([await read(ours.scrutineer), await read(contact), await read(theirs.chair)]).toEqual([1, 0, 0]);
});
