import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { addPartnership, addReadyDraft, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";

let portal: TestPortal;
let partnership: TestPartnership;
let sectionId: string;
beforeAll(async () => {
  portal = await startPortal();
  partnership = await addPartnership(portal.database.sql, "alderwick");
  await addReadyDraft(portal.database.sql, partnership.id, partnership.businessManager.personId);
  const [section] = await portal.database.sql<{ id: string }[]>`select id from portal.sections where partnership_id = ${partnership.id} and position = 0`;
  sectionId = section?.id ?? "";
});
afterAll(async () => {
  await portal.stop();
});

const send = (rest: string, fields: Record<string, string>, person: TestPerson = partnership.businessManager, body?: string) =>
  fetch(`${portal.origin}/portal/${partnership.slug}/arrangements${rest}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: `session=${person.token}`, Origin: portal.origin, "Content-Type": "application/x-www-form-urlencoded" },
    body: body ?? new URLSearchParams({ submission: randomUUID(), ...fields }).toString(),
  });
const section = (change: Record<string, string> = {}) => ({ title: "Early help", body: "Words.", items: "needs", revision: "1", ...change });
const stored = async () => {
  const [row] = await portal.database.sql<{ body: string; revision: number }[]>`select body, revision from portal.sections where id = ${sectionId}`;
  return row;
};

describe("what no page sends", () => {
  test.each<[string, Record<string, string>, number, string]>([
    ["a text too long", { body: "x".repeat(100_001) }, 422, "It can have at most 100,000 characters."],
    ["a title too long", { title: "x".repeat(161) }, 422, "must be 160 characters or fewer"],
    ["an item of another edition", { items: "invented" }, 422, "The guidance has no such item"],
    ["no revision", { revision: "" }, 422, "The form is incomplete"],
    ["a form without its key", { submission: "" }, 400, "The form is incomplete"],
    ["a hidden direction mark", { body: "a\u202eb" }, 422, "hidden mark"],
  ])("%s is refused in words and nothing is stored", async (_name, change, status, words) => {
    const before = await stored();
    const reply = await send(`/sections/${sectionId}`, section(change));
    expect(reply.status).toBe(status);
    expect(await reply.text()).toContain(words);
    expect(await stored()).toEqual(before);
  });

  test.each([
    ["a NUL", "title=a&body=b%00c&revision=1"],
    ["half of a character", "title=a&body=%ED%A0%80&revision=1"],
    ["broken percent signs", "title=a&body=%zz&revision=1"],
  ])("%s is refused as a bad request", async (_name, body) => {
    const reply = await send(`/sections/${sectionId}`, {}, partnership.businessManager, body);
    expect(reply.status).toBe(400);
    expect((await stored())?.revision).toBe(1);
  });

  test("a form of more than a million bytes is refused", async () => {
    expect((await send(`/sections/${sectionId}`, section({ body: "x".repeat(1_000_001) }))).status).toBe(413);
  });

  test("the longest text in the longest characters is saved", async () => {
    const long = "€".repeat(99_999);
    expect((await send(`/sections/${sectionId}`, section({ body: long }))).status).toBe(303);
    expect((await stored())?.body).toBe(long);
    await portal.database.sql`update portal.sections set body = 'Words.', revision = 1 where id = ${sectionId}`;
  });

  test.each([
    ["/sections/not-a-section", section(), 404],
    ["/sections/00000000-0000-4000-8000-000000000000", section(), 404],
    ["/sections/not-a-section/move", { direction: "up" }, 404],
    ["/sections/not-a-section/remove", { revision: "1" }, 404],
    ["/sections/not-a-section/restore", {}, 404],
    ["/items/invented/gap", { reason: "There is none here." }, 404],
    ["/items/needs/gap", { reason: "There is none here." }, 422],
    ["/items/review/gap/withdraw", {}, 409],
    ["/items/education/gap", { reason: "There is none here." }, 409],
    ["/start", {}, 409],
    ["/identifiers/nhs-number%3Azzzz/propose", { reason: "Nothing to see." }, 404],
    ["/identifiers/nhs-number%3Azzzz/confirm", {}, 404],
    ["/freeze", { revision: "none" }, 400],
  ] as const)("POST %s answers %o with a page and status %i", async (path, fields, status) => {
    const reply = await send(path, fields);
    expect(reply.status).toBe(status);
    expect(reply.headers.get("Content-Type")).toContain("text/html");
    expect(await reply.text()).toContain("<h1");
  });

  test("moving needs a direction", async () => {
    const reply = await send(`/sections/${sectionId}/move`, { direction: "sideways" });
    expect(reply.status).toBe(400);
  });

  test("each change is refused to those who may only read", async () => {
    const changes: [string, Record<string, string>][] = [
      ["/start", {}],
      ["/details", { title: "Other" }],
      ["/sections/new", { title: "Other", after: "first" }],
      [`/sections/${sectionId}`, section()],
      [`/sections/${sectionId}/move`, { direction: "down" }],
      [`/sections/${sectionId}/remove`, { revision: "1" }],
      [`/sections/${sectionId}/restore`, {}],
      ["/items/review/gap", { reason: "There is none here." }],
      ["/items/review/gap/withdraw", {}],
      ["/freeze", { revision: "1" }],
      ["/identifiers/nhs-number%3Aab12/propose", { reason: "There is none here." }],
      ["/identifiers/nhs-number%3Aab12/confirm", {}],
    ];
    const [lead] = partnership.seats;
    for (const person of [partnership.scrutineer, lead?.lead ?? partnership.scrutineer]) {
      for (const [path, fields] of changes) expect((await send(path, fields, person)).status, path).toBe(403);
    }
    const elsewhere = await addPartnership(portal.database.sql, "birchmere");
    for (const [path, fields] of changes) expect((await send(path, fields, elsewhere.businessManager)).status, path).toBe(404);
    expect(await stored()).toEqual({ body: "Words.", revision: 1 });
  });
});
