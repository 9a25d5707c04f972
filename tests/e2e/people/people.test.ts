import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { phoneCode, setPassword, testPassword } from "#tests/support/accounts.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { main } from "#tests/support/on-page.ts";
import { addPartnership, addPerson, addSession, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";

let portal: TestPortal;
let browser: Browser;
let partnership: TestPartnership;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  partnership = await addPartnership(portal.database.sql, "pinehollow", ["local-authority", "icb", "icb", "police"]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function open(person: Pick<TestPerson, "token">, path: string): Promise<{ page: Page; status: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: "session", value: person.token, url: portal.origin }]);
  const page = await context.newPage();
  const response = await page.goto(`${portal.origin}${path}`);
  return { page, status: response?.status() ?? 0 };
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

function councilLead(): TestPerson {
  const lead = partnership.seats[0]?.lead;
  if (!lead) throw new Error("no lead");
  return lead;
}

async function postOf(role: string, seat?: string): Promise<string> {
  const [row] = await portal.database.sql<{ id: string }[]>`
    select id from portal.posts where partnership_id = ${partnership.id} and role = ${role} and (${seat ?? null}::uuid is null or seat_id = ${seat ?? null}::uuid)`;
  if (!row) throw new Error("no post");
  return row.id;
}

describe("a lead", () => {
  test("appoints a delegate, then another to come, and is told of a clash with everything kept", async () => {
    partnership = await addPartnership(portal.database.sql, "quarrydown");
    const { page } = await open(councilLead(), `/portal/${partnership.slug}/people`);
    await expectAccessible(page);
    await page.getByRole("link", { name: /^Appoint your delegate/ }).click();
    const appoint = async (name: string, [day, month, year]: [string, string, string]) => {
      await page.getByLabel("Full name").fill(name);
      await page.getByLabel("Work e-mail address").fill(`${name.replaceAll(" ", ".")}@${partnership.slug}.example`);
      await page.getByLabel("Title of the office").fill("Director of Children’s Services");
      await page.getByLabel("No", { exact: true }).check();
      await page.locator("#startsOn").fill(day);
      await page.locator("#startsOn-month").fill(month);
      await page.locator("#startsOn-year").fill(year);
      await page.getByLabel("What is delegated, and what is not").fill("Day to day work; not the budget.");
      await press(page, "Appoint");
    };
    await appoint("Bea Thornton", ["1", "9", "2025"]);
    expect(await page.locator("h1").innerText()).toBe("Appointed");
    expect(await page.locator("code").innerText()).toMatch(/\/invitations\/[\w-]{43}$/);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Back to People" }).click();
    expect(await main(page)).toContain("Bea Thornton, since 1 September 2025");
    expect(await main(page)).toContain("Delegated safeguarding partner: Director of Children’s Services");

    await page.getByRole("link", { name: /^Replace your delegate/ }).click();
    await appoint("Cai Rowe", ["1", "9", "2025"]);
    expect(await page.getByRole("alert").innerText()).toContain("Bea Thornton holds this post from 1 September 2025 with no end date.");
    expect(await page.getByLabel("Full name").inputValue()).toBe("Cai Rowe");
    await expectAccessible(page);
    await page.locator("#startsOn-year").fill("2099");
    await press(page, "Appoint");
    expect(await main(page)).toContain("Bea Thornton leaves the post as Cai Rowe starts.");
    await page.getByRole("link", { name: "Back to People" }).click();
    expect(await main(page)).toContain("until the start of 1 September 2099");
    expect(await main(page)).toContain("Next: Cai Rowe, from 1 September 2099");
    await expectAccessible(page);

    await page.getByRole("link", { name: /^End Bea Thornton’s appointment/ }).click();
    await expectAccessible(page);
    await press(page, "End the appointment");
    expect(await page.getByRole("alert").innerText()).toContain("Give the reason, like Retired");
    await expectAccessible(page);
    await page.getByLabel("Reason").fill("Moved to another council");
    await press(page, "End the appointment");
    expect(await main(page)).toContain("Vacant. The lead does this work until somebody is appointed.");
    await page.context().close();
  });
});

test("whoever leaves is out at once, also where a page is already open", async () => {
  partnership = await addPartnership(portal.database.sql, "sallowfield");
  const { businessManager } = partnership;
  const { page } = await open(businessManager, `/portal/${partnership.slug}/people`);
  const second = await open({ token: (await addSession(portal.database.sql, businessManager.personId)).token }, `/portal/${partnership.slug}/people`);
  await page.getByRole("link", { name: /^Leave this office/ }).click();
  await page.getByLabel("Reason").fill("A new job");
  await press(page, "Leave this office");
  expect(new URL(page.url()).pathname).toBe("/portal");
  expect(await main(page)).toContain("You hold no office in a partnership today.");
  await expectAccessible(page);
  expect((await second.page.reload())?.status()).toBe(404);
  const { page: lead } = await open(councilLead(), `/portal/${partnership.slug}/people`);
  expect(await main(lead)).toContain("Vacant. Nobody prepares the partnership’s documents.");
  for (const each of [page, second.page, lead]) await each.context().close();
});

test("a withheld name is shown inside, with a note; several partnerships are listed", async () => {
  partnership = await addPartnership(portal.database.sql, "tarnside");
  const other = await addPartnership(portal.database.sql, "underhill");
  const lead = councilLead();
  await portal.database.sql`update portal.people set name_withheld = true where id = ${lead.personId}`;
  await portal.database.sql`update portal.appointments set person_id = ${lead.personId} where partnership_id = ${other.id} and role = 'chair'`;
  const { page } = await open(lead, "/portal");
  await expectAccessible(page);
  expect(await main(page)).toContain("Partnership chair");
  await page.goto(`${portal.origin}/portal/tarnside/people`);
  expect(await main(page)).toContain("Name withheld from the public");
  await expectAccessible(page);
  await page.context().close();
});

test("a direct POST by anybody else writes nothing", async () => {
  partnership = await addPartnership(portal.database.sql, "vinegarth");
  const stranger = await addPartnership(portal.database.sql, "wychmere");
  const administrator = await addPerson(portal.database.sql, "Marlow Quince", { administrator: true });
  const [council, icb] = partnership.seats;
  if (!council || !icb || !stranger.seats[0]) throw new Error("no seats");
  const post = await postOf("dsp", council.id);
  const [held] = await portal.database.sql<{ id: string }[]>`select id from portal.appointments where person_id = ${partnership.chair.personId}`;
  const send = async (person: TestPerson, path: string) => {
    const form = { submission: crypto.randomUUID(), name: "Mal Ory", email: "mal@ory.example", office: "Anything", acting: "no", scope: "Everything there is", "startsOn-day": "1", "startsOn-month": "1", "startsOn-year": "2026", "endsOn-day": "1", "endsOn-month": "1", "endsOn-year": "2030", reason: "None" };
    const response = await fetch(`${portal.origin}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: `session=${person.token}`, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });
    return response.status;
  };
  const appoint = `/portal/vinegarth/people/posts/${post}/appoint`;
  const end = `/portal/vinegarth/people/appointments/${held?.id ?? ""}/end`;
  const members = [partnership.delegate, partnership.businessManager, partnership.scrutineer, icb.lead];
  for (const person of members) {
    expect(await send(person, appoint)).toBe(403);
    expect(await send(person, end)).toBe(403);
  }
  for (const person of [stranger.seats[0].lead, stranger.businessManager]) {
    expect(await send(person, appoint)).toBe(404);
    expect(await send(person, end)).toBe(404);
  }
  expect(await send(administrator, end)).toBe(404);
  for (const person of [...members, partnership.chair]) {
    for (const path of ["/admin/partnerships/new/check", `/admin/partnerships/vinegarth/posts/${post}/appoint`, `/admin/accounts/${council.lead.personId}/suspend`, `/admin/accounts/${council.lead.personId}/restore`, `/admin/accounts/${council.lead.personId}/second-factor`]) {
      expect(await send(person, path), path).toBe(404);
    }
  }
  const [written] = await portal.database.sql`
    select (select count(*)::int from portal.people where name = 'Mal Ory') as people, (select count(*)::int from ledger.entries where partnership_id = ${partnership.id}) as entries`;
  expect(written).toEqual({ people: 0, entries: 0 });
});

test("a confirmation that lapsed is asked for in the form, with everything kept, and once", async () => {
  partnership = await addPartnership(portal.database.sql, "yarrowby");
  const lead = councilLead();
  const account = await setPassword(portal.database.sql, lead);
  const post = await postOf("dsp", partnership.seats[0]?.id);
  const { page } = await open(lead, `/portal/yarrowby/people/posts/${post}/appoint`);
  expect(await page.getByLabel("Your password").count()).toBe(0);
  await page.getByLabel("Full name").fill("Bea Thornton");
  await page.getByLabel("Work e-mail address").fill("bea@yarrowby.example");
  await page.getByLabel("Yes", { exact: true }).check();
  await page.locator("#startsOn").fill("1");
  await page.locator("#startsOn-month").fill("9");
  await page.locator("#startsOn-year").fill("2010");
  await page.getByLabel("What is delegated, and what is not").fill("Day to day work; not the budget.");
  await portal.database.sql`update access.sessions set confirmed_at = access.clock() - interval '6 minutes' where person_id = ${lead.personId}`;
  await press(page, "Appoint");
  expect(await page.getByRole("alert").innerText()).toContain("Enter your password");
  expect(await page.getByLabel("Full name").inputValue()).toBe("Bea Thornton");
  await expectAccessible(page);
  await page.getByLabel("Your password").fill(testPassword);
  await page.getByLabel("Code from your authenticator app").fill(await phoneCode(portal.database.sql, account));
  await press(page, "Appoint");
  expect(await page.getByRole("alert").innerText()).toContain("This post exists from 29 September 2019");
  expect(await page.getByLabel("Your password").count()).toBe(0);
  await page.locator("#startsOn-year").fill("2025");
  await press(page, "Appoint");
  expect(await page.locator("h1").innerText()).toBe("Appointed");
  await page.context().close();
});
