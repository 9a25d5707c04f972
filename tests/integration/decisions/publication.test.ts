import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { answerDecision } from "#app/domain/decisions/answer-decision.server.ts";
import { endEscalation } from "#app/domain/escalations/end-escalation.server.ts";
import { decisionsData, findPublicDecisions, publicDecisionCells, readPublicDecisionQuery } from "#app/domain/publication/decisions.ts";
import { findDecisionsFacts, listDecisionUpdates, listPublicDecisions } from "#app/domain/publication/decisions.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { decide, delegateMatters } from "#tests/support/decisions.ts";
import { raise } from "#tests/support/escalations.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let seatId: string;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  await database.setClock("2026-09-08T09:00:00Z");
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  seatId = await delegateMatters(database.sql, ours);
});

const taken = (values: Parameters<typeof decide>[1] = {}) => decide(ours, { takenBy: "delegates", seatIds: [seatId], decidedOn: "2026-09-07", ...values });
const secret = { privateKind: "legal" as const, privateReason: "Counsel was asked about the contract." };
const listed = async () => (await listPublicDecisions(ours.slug)).map((each) => each.number);
const facts = async () => (await findDecisionsFacts(ours.slug))?.facts;
const agree = async (number: number) => {
  for (const { id, lead } of ours.seats) need(await answerDecision(lead.actor, { partnershipId: ours.id, number, seatId: id, agreed: true, words: null, looked: [] }, submission()));
};

test("a decision is public once it is taken, by office and without a name", async () => {
  const number = await taken({ dissent: "The police would have waited.", leadsTo: "The council writes to schools." });
  const asked = await decide(ours, { sentence: "The partners pay for one analyst." });
  expect(await listed()).toEqual([number]);
  const [first] = await listPublicDecisions(ours.slug);
  expect(first).toMatchObject({ number, decidedOn: "2026-09-07", dissent: "The police would have waited.", takers: [{ office: "Director of Children", delegation: { scope: "The daily work of the partnership", since: "2026-04-01" }, agreedOn: null }], replaces: null, replacedBy: null });
  await agree(asked);
  expect(await listed()).toEqual([asked, number]);
  const all = await listPublicDecisions(ours.slug);
  expect(JSON.stringify(all)).not.toMatch(/Delegate Rowan|Lead Ash/);
  expect(all[0]?.takers.map((each) => each.agreedOn)).toEqual(["2026-09-08", "2026-09-08", "2026-09-08"]);
  expect((await listDecisionUpdates(ours.slug)).map((update) => update.title)).toEqual([`Decision ${String(asked)}: The partners pay for one analyst.`, `Decision ${String(number)}: Schools are told of incidents within one school day.`]);
});

test("of one that is not public only the count and the kind are", async () => {
  await taken(secret);
  expect([await listed(), await facts()]).toMatchObject([[], { notPublic: { legal: 1 } }]);
  const [rows] = await database.sql<{ all: string }[]>`select coalesce(string_agg(p.facts::text || coalesce(convert_from(b.body, 'UTF8'), ''), ''), '') as all from publication.publications p left join publication.bodies b on b.publication_id = p.id where p.slug = ${ours.slug}`;
  expect(rows?.all).not.toMatch(/Counsel|Schools are told/);
  await expect(database.sql`insert into publication.publications (partnership_id, slug, kind, number, facts)
    select partnership_id, ${ours.slug}, 'decision', 99, jsonb_build_object('decisionId', id) from portal.decisions where partnership_id = ${ours.id}`).rejects.toThrow("not a public decision");
});

test("one that was superseded or corrected stays to be read, with what took its place", async () => {
  const first = await taken();
  const second = await taken({ replaces: { number: first, kind: "supersedes" }, replacesReason: "One day was too short." });
  const shown = async (number: number) => (await listPublicDecisions(ours.slug)).find((each) => each.number === number);
  expect((await shown(first))?.replacedBy).toEqual({ number: second, kind: "supersedes", reason: "One day was too short." });
  const third = await taken({ replaces: { number: second, kind: "supersedes" }, replacesReason: "It is before a court.", ...secret });
  expect(await listed()).toEqual([second, first]);
  // What took its place is not public, and neither is why.
  expect(await shown(second)).toMatchObject({ replacedBy: { number: null, kind: "supersedes", reason: null }, replaces: { number: first } });
  const fourth = await taken({ replaces: { number: third, kind: "supersedes" }, replacesReason: "It is over." });
  expect((await shown(fourth))?.replaces).toBeNull();
  expect((await facts())?.notPublic).toEqual({});
});

test("one that is corrected by one that is not public is taken down, with its words of before", async () => {
  const number = await taken();
  await taken({ replaces: { number, kind: "corrects" }, replacesReason: "It could have led to a family.", privateKind: "identifies", privateReason: "A family could be known by it." });
  expect([await listed(), (await facts())?.notPublic]).toEqual([[], { identifies: 1 }]);
  expect(await listDecisionUpdates(ours.slug)).toEqual([]);
  const notices = await database.sql<{ state: string; reason: string }[]>`select n.state, n.reason from publication.notices n join publication.publications p on p.id = n.publication_id where p.slug = ${ours.slug}`;
  expect([...notices]).toEqual([{ state: "taken-down", reason: "It could lead to a child, a family or another person" }]);
});

test("of disputes only how many were settled is public, and the median of their days", async () => {
  expect(await facts()).toBeUndefined();
  const end = async (number: number, outcome: "settled" | "withdrawn") => need(await endEscalation(ours.chair.actor, { partnershipId: ours.id, number, revision: 0, looked: [], on: "2026-09-08", outcome, words: "They agreed to the thirds." }, submission()));
  await end(await raise(ours), "withdrawn");
  expect(await facts()).toBeUndefined();
  await end(await raise(ours), "settled");
  expect(await facts()).toMatchObject({ decisionId: null, escalations: { settled: 1, medianDays: 7 } });
  expect(JSON.stringify(await facts())).not.toMatch(/out-of-hours|thirds/);
});

test("the data says the same as the page, narrowed as it is", async () => {
  await taken();
  await taken({ sentence: "New starters are trained within a month.", matter: "training", amountPence: 1_250, decidedOn: "2026-08-03" });
  const published = await findDecisionsFacts(ours.slug);
  if (!published) throw new Error("nothing published");
  const all = await listPublicDecisions(ours.slug);
  const find = (search: string) => findPublicDecisions(all, readPublicDecisionQuery(new URLSearchParams(search))).map((each) => each.number);
  expect([find(""), find("q=starters train"), find("matter=procedures"), find("year=2025"), find("year=2026")]).toEqual([[1, 2], [2], [1], [], [1, 2]]);
  const data = decisionsData("https://example.org", published, all);
  expect(data.decisions[1]).toMatchObject({ number: 2, about: "Training of several agencies together", amountPence: 1_250, link: `https://example.org/partnerships/${ours.slug}/decisions/2` });
  const [, second] = all;
  if (!second) throw new Error("one decision is missing");
  expect(publicDecisionCells("", ours.slug, second).slice(0, 5)).toEqual(["2", "New starters are trained within a month.", "Training of several agencies together", "12.50", "Delegated safeguarding partners"]);
});
