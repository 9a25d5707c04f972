import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { enrolSecondFactor, findEnrolment } from "#app/auth/enrol-second-factor.server.ts";
import { askFactorReset, beginFactorReset, findFactorReset as findLink } from "#app/auth/factor-reset.server.ts";
import { signInWithCode } from "#app/auth/sign-in.server.ts";
import { totpCode } from "#app/auth/totp.server.ts";
import { confirmFactorReset } from "#app/domain/people/confirm-factor-reset.server.ts";
import { findFactorReset } from "#app/domain/people/factor-resets.server.ts";
import { proposeFactorReset } from "#app/domain/people/propose-factor-reset.server.ts";
import { stopFactorReset } from "#app/domain/people/stop-factor-reset.server.ts";
import { messagesTo, phoneCode, secretPathSent, setPassword, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

import { from, pastPassword, withCookies } from "../auth/support.ts";

let database: TestDatabase;
let here: TestPartnership;
let elsewhere: TestPartnership;
let administrator: TestPerson;
/** A delegate here who is also the chair of the other partnership. */
let lost: TestAccount;
let count = 0;
const words = ["alder", "birch", "cedar", "elder", "fir", "gean", "hazel", "ivy", "juniper", "larch", "maple", "oak"];
const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => database.setClock(new Date(start.getTime() + seconds * 1_000).toISOString());
const howChecked = "Met her in the office today";

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await after(0);
  await database.sql`delete from access.attempts`;
  const name = words[(count += 1)] ?? "yew";
  here = await addPartnership(database.sql, `${name}-here`);
  elsewhere = await addPartnership(database.sql, `${name}-elsewhere`);
  administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
  lost = await setPassword(database.sql, here.delegate);
  await database.sql`update portal.appointments set person_id = ${lost.personId} where partnership_id = ${elsewhere.id} and role = 'chair'`;
});

const propose = (by: TestPerson, personId = lost.personId, partnershipId: string | null = here.id) => proposeFactorReset(by.actor, { personId, partnershipId, howChecked }, submission());
const confirm = (by: TestPerson, partnershipId: string | null = here.id) => confirmFactorReset(by.actor, { personId: lost.personId, partnershipId }, submission());
const stop = (by: TestPerson, partnershipId: string | null = here.id) => stopFactorReset(by.actor, { personId: lost.personId, partnershipId }, submission());
const linkToken = async () => (await secretPathSent(database.sql, lost.personId, "factor-reset-link"))?.replace("/second-factor/", "") ?? "";
const events = async (partnershipId: string) => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${partnershipId} and type like 'factor-reset.%' order by seq`).map((row) => row.type);
const sealed = async () => (await database.sql<{ sealed: string }[]>`select totp_secret_sealed as sealed from access.accounts where person_id = ${lost.personId}`)[0]?.sealed;

test("asked, proposed, confirmed by another, and set up anew with the password: recorded in both partnerships, everybody told", async () => {
  const before = await sealed();
  expect(await askFactorReset(await pastPassword(lost.email))).toBe(true);
  expect(await askFactorReset(await pastPassword(lost.email))).toBe(true);
  await after(60);
  expect(await propose(here.businessManager)).toMatchObject({ ok: true });
  expect(await findFactorReset(here.chair.actor, lost.personId)).toMatchObject({ askedAt: "2026-11-22T09:00:00Z", proposer: here.businessManager.name, howChecked, confirmedAt: null });
  await after(120);
  expect(await confirm(here.chair)).toMatchObject({ ok: true });
  expect(await sealed()).toBe(before);

  const token = await linkToken();
  for (let at = 0; at < 50; at += 1) expect(await findLink(token)).toEqual({ name: lost.name, expiresAt: "2026-11-23T09:02:00.000Z" });
  expect(await beginFactorReset(token, "not the password", from)).toEqual({ kind: "wrong" });
  const { token: session, actor: former } = await addSession(database.sql, lost.personId);
  const begun = await beginFactorReset(token, testPassword, from);
  if (begun.kind !== "enrol") throw new Error(begun.kind);
  const step = withCookies([begun.setCookie]);
  const enrolment = await findEnrolment(step);
  expect((await enrolSecondFactor(step, "000000", from)).kind).toBe("wrong");
  expect(await sealed()).toBe(before);
  const code = totpCode(enrolment?.secret ?? "", new Date(start.getTime() + 120_000));
  const answers = await Promise.all([1, 2, 3].map(() => enrolSecondFactor(step, code, from)));
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["expired", "expired", "signed-in"]);
  expect(await sealed()).not.toBe(before);
  expect(session).toHaveLength(43);
  const [row] = await database.sql`select count(*)::int as count from access.sessions where id = ${former.sessionId}`;
  expect(row?.count).toBe(0);
  expect((await signInWithCode(await pastPassword(lost.email), await phoneCode(database.sql, lost), from)).kind).toBe("wrong");
  expect(await findLink(token)).toBeNull();
  expect(await beginFactorReset(token, testPassword, from)).toEqual({ kind: "gone" });

  for (const place of [here, elsewhere]) {
    expect(await events(place.id)).toEqual(["factor-reset.asked", "factor-reset.proposed", "factor-reset.confirmed", "factor-reset.completed"]);
    const [chain] = await database.sql`select ledger.first_break(${place.id}) as broken`;
    expect(chain?.broken).toBeNull();
  }
  const told = async (person: TestPerson) => (await messagesTo(database.sql, person.personId)).filter((kind) => kind === "factor-reset").length;
  expect(await told(lost)).toBe(4);
  expect(await told(elsewhere.businessManager)).toBe(4);
  expect([await told(here.businessManager), await told(here.chair)], "nobody about their own act").toEqual([3, 3]);
  expect(await told(here.scrutineer)).toBe(0);
});

describe("nobody does it alone", () => {
  test("not the person, not one who proposes and confirms, not an administrator", async () => {
    for (const [by, partnershipId] of [[here.businessManager, here.id], [administrator, null]] as const) {
      expect(await propose(by, lost.personId, partnershipId)).toMatchObject({ ok: true });
      expect(await confirm(by, partnershipId)).toMatchObject({ refusal: "second-person-needed" });
      expect(await stop(by, partnershipId)).toMatchObject({ ok: true });
    }
    expect(await propose(lost)).toMatchObject({ refusal: "own-factor" });
    expect(await propose(here.businessManager)).toMatchObject({ ok: true });
    expect(await confirm(lost, elsewhere.id)).toMatchObject({ refusal: "own-factor" });
    expect(await linkToken()).toBe("");
  });

  test("and the database says so by itself", async () => {
    expect(await propose(here.businessManager)).toMatchObject({ ok: true });
    const forge = (column: string, person: TestPerson) => database.sql.unsafe(`update access.factor_resets set confirmed_at = access.clock(), confirmed_by = '${person.personId}', link_sha256 = '${"a".repeat(64)}' where ${column} = '${lost.personId}' and stopped_at is null`);
    await expect(forge("person_id", here.businessManager)).rejects.toMatchObject({ constraint_name: "factor_resets_two_people" });
    await expect(forge("person_id", lost)).rejects.toMatchObject({ constraint_name: "factor_resets_not_oneself" });
    await expect(database.sql`update access.factor_resets set proposed_by = ${administrator.personId} where person_id = ${lost.personId}`).rejects.toMatchObject({ constraint_name: "factor_resets_immutable" });
    await expect(database.sql`delete from access.factor_resets`).rejects.toThrow();
  });

  test("others cannot take part: no lead, delegate or scrutineer, no chair to propose, nobody from a partnership the person is not in", async () => {
    const stranger = await addPartnership(database.sql, `stranger-${words[count] ?? "x"}`);
    const lead = here.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    for (const person of [lead, here.scrutineer]) {
      expect(await propose(person)).toMatchObject({ refusal: "not-permitted" });
      expect(await confirm(person)).toMatchObject({ refusal: "not-permitted" });
      expect(await stop(person)).toMatchObject({ refusal: "not-permitted" });
    }
    expect(await propose(here.chair)).toMatchObject({ refusal: "not-permitted" });
    expect(await propose(stranger.businessManager)).toMatchObject({ refusal: "not-found" });
    expect(await propose(stranger.businessManager, lost.personId, stranger.id)).toMatchObject({ refusal: "not-found" });
    expect(await findFactorReset(stranger.businessManager.actor, lost.personId)).toBeNull();
  });
});

test("needs an identity confirmed within five minutes, of both", async () => {
  const stale = await addSession(database.sql, here.businessManager.personId, { confirmed: false });
  expect(await propose({ ...here.businessManager, ...stale })).toMatchObject({ refusal: "identity-not-confirmed" });
  expect(await propose(here.businessManager)).toMatchObject({ ok: true });
  const staleChair = await addSession(database.sql, here.chair.personId, { confirmed: false });
  expect(await confirm({ ...here.chair, ...staleChair })).toMatchObject({ refusal: "identity-not-confirmed" });
});

test("is stopped by the person at any time, and the link is dead", async () => {
  await propose(here.businessManager);
  await confirm(here.chair);
  const token = await linkToken();
  const begun = await beginFactorReset(token, testPassword, from);
  if (begun.kind !== "enrol") throw new Error(begun.kind);
  const step = withCookies([begun.setCookie]);
  const enrolment = await findEnrolment(step);
  const { actor } = await addSession(database.sql, lost.personId, { confirmed: false });
  expect(await stop({ ...lost, actor })).toMatchObject({ ok: true });
  expect(await findLink(token)).toBeNull();
  expect((await enrolSecondFactor(step, totpCode(enrolment?.secret ?? "", start), from)).kind).toBe("expired");
  expect(await stop(here.chair)).toMatchObject({ refusal: "nothing-to-change" });
  expect(await events(elsewhere.id)).toEqual(["factor-reset.proposed", "factor-reset.confirmed", "factor-reset.stopped"]);
});

test("a proposal lapses after 72 hours, a link after 24", async () => {
  await propose(here.businessManager);
  await after(72 * 3_600);
  await database.sql`update access.sessions set last_seen_at = access.clock(), created_at = access.clock(), expires_at = access.clock() + interval '8 hours', confirmed_at = access.clock()`;
  expect(await confirm(here.chair)).toMatchObject({ refusal: "nothing-to-change" });
  expect(await propose(here.businessManager)).toMatchObject({ ok: true });
  expect(await propose(administrator, lost.personId, null)).toMatchObject({ refusal: "nothing-to-change" });
  expect(await confirm(administrator, null)).toMatchObject({ ok: true });
  const token = await linkToken();
  await after(96 * 3_600 - 1);
  expect(await findLink(token)).not.toBeNull();
  await after(96 * 3_600);
  expect(await findLink(token)).toBeNull();
});

test("two who confirm at once: one does", async () => {
  await propose(here.businessManager);
  const answers = await Promise.all([confirm(here.chair), confirm(administrator, null), confirm(here.chair)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
