import { createHash } from "node:crypto";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { phoneCode, setPassword, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { heading, main } from "#tests/support/on-page.ts";
import { addPartnership, addPerson, addReadyDraft, submission, type TestPartnership, type TestPerson, type TestSeat } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { changeDraft, freezeDraft, signedInPage, signEverySeat } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let partnership: TestPartnership;
let versionId: string;
let made = 0;

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});
beforeEach(async () => {
  made += 1;
  partnership = await addPartnership(sql(), `hazel${String.fromCharCode(96 + made)}`, ["local-authority", "icb", "icb", "police"]);
  await addReadyDraft(sql(), partnership.id, partnership.businessManager.personId);
  versionId = (await freezeDraft(sql(), partnership)).versionId;
});

const sql = () => portal.database.sql;
const open = (person: TestPerson) => signedInPage(browser, portal.origin, person);
const versionPage = (page = "") => `/portal/${partnership.slug}/arrangements/versions/1${page}`;
const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name }).click();

async function publish(): Promise<void> {
  await signEverySeat(partnership, versionId);
  const outcome = await publishVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId }, submission());
  if (!outcome.ok) throw new Error(outcome.refusal);
}

async function confirm(page: Page, account: TestAccount): Promise<void> {
  await page.getByLabel("Your password").fill(testPassword);
  await page.getByLabel("Code from your authenticator app").fill(await phoneCode(sql(), account));
}

function seatAt(at: number): TestSeat {
  const seat = partnership.seats[at];
  if (!seat) throw new Error("no such seat");
  return seat;
}

test("one chief executive of two boards signs each seat by itself, with the keyboard alone", async () => {
  const [first, second] = [seatAt(1), seatAt(2)];
  await sql()`update portal.appointments set ends_on = starts_on where id = ${second.leadAppointmentId}`;
  await sql()`
    insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, acting, starts_on)
    select partnership_id, post_id, role, seat_id, seat_kind, ${first.lead.personId}, true, starts_on from portal.appointments where id = ${second.leadAppointmentId}`;
  const account = await setPassword(sql(), first.lead);
  const page = await open(account);
  await page.goto(`/portal/${partnership.slug}`);
  await expectAccessible(page, "home-two-seats");
  const links = page.getByRole("link", { name: /^Sign the arrangements, version 1, for/ });
  expect(await links.allInnerTexts()).toEqual([`Sign the arrangements, version 1, for ${first.organisation}`, `Sign the arrangements, version 1, for ${second.organisation}`]);
  await links.first().click();
  expect(await main(page)).toContain(`You also hold the seat of ${second.organisation}.`);

  await signByKeyboard(page, account, 0);
  expect(await main(page)).toContain("You hold another seat. Each seat signs for itself");
  await expectAccessible(page, "signed-two-seats");
  await page.getByRole("button", { name: `Sign for ${second.organisation}` }).click();
  expect(await main(page)).toContain("Chief Executive (acting)");
  await signByKeyboard(page, account, 1);
  expect(await main(page)).toContain(`You signed the arrangements for ${second.organisation}`);
  const signatures = await sql()`select seat_id from portal.signatures where version_id = ${versionId} and person_id = ${account.personId}`;
  expect(signatures).toHaveLength(2);
});

test("a form sent twice, in two tabs at once or after its reply was lost, is one signature", async () => {
  const account = await setPassword(sql(), seatAt(0).lead);
  const fields = { submission: crypto.randomUUID(), agree: "yes", understand: "yes", password: testPassword, code: await phoneCode(sql(), account) };
  const send = (changed: Record<string, string> = {}) =>
    fetch(`${portal.origin}${versionPage(`/sign/${seatAt(0).id}`)}`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: `session=${account.token}`, Origin: portal.origin, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, ...changed }),
    });
  const first = await Promise.all([send(), send()]);
  const again = await send();
  for (const reply of [...first, again]) {
    expect([reply.status, reply.headers.get("Location")]).toEqual([303, versionPage(`/signed/${seatAt(0).id}`)]);
  }
  const [counts] = await sql()`select (select count(*)::int from portal.signatures where version_id = ${versionId}) as signatures, (select count(*)::int from ledger.entries where chain = ${partnership.id} and type = 'version.signed') as entries`;
  expect(counts).toEqual({ signatures: 1, entries: 1 });
  const otherKey = await send({ submission: crypto.randomUUID() });
  expect([otherKey.status, await otherKey.text()]).toEqual([409, expect.stringContaining("This seat has already signed")]);
  expect((await send({ submission: "" })).status).toBe(400);
});

/** Tab, Space and typing: nothing is clicked. */
async function signByKeyboard(page: Page, account: TestAccount, stepsAhead: number): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  for (let tabs = 0; (await focused()) !== "agree" && tabs < 60; tabs += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type(testPassword);
  await page.keyboard.press("Tab");
  await page.keyboard.type(await phoneCode(sql(), account, stepsAhead));
  await Promise.all([page.waitForURL(/\/signed\//), page.keyboard.press("Enter")]);
}

test("a seat that is somebody else's, and a version that has moved on, say so", async () => {
  const page = await open(seatAt(0).lead);
  const elses = await page.goto(versionPage(`/sign/${seatAt(1).id}`));
  expect([elses?.status(), await heading(page)]).toEqual([403, "You do not hold this seat"]);
  await expectAccessible(page, "not-your-seat");
  await page.goto(versionPage(`/sign/${seatAt(0).id}`));
  await changeDraft(sql(), partnership.id, { position: 1, body: "Changed.", note: "Changed." });
  await freezeDraft(sql(), partnership);
  const account = await setPassword(sql(), seatAt(0).lead);
  await page.getByLabel(/^I have read/).check();
  await page.getByLabel(/^I understand/).check();
  await confirm(page, account);
  await press(page, "Sign version 1");
  expect(await heading(page)).toBe("This version is no longer awaiting signatures");
  await expectAccessible(page, "superseded-while-open");
  await page.getByRole("link", { name: "See version 1" }).click();
  expect(await main(page)).toContain("Superseded by version 2");
  await expectAccessible(page, "superseded");
  // The session was replaced when the password was checked; the refusal carried its cookie, so the person is still in.
  await sql()`delete from access.sessions where replaced_at is not null`;
  await page.goto(versionPage());
  expect(await heading(page)).toBe("Arrangements, version 1");
  for (const address of ["/sign/nonsense", "/changes?since=9", "/changes?since=x"]) {
    expect((await page.goto(versionPage(address)))?.status(), address).toBe(404);
  }
  const stranger = await open((await addPartnership(sql(), `${partnership.slug}-far`)).chair);
  for (const address of ["", "/text", "/document.pdf", "/changes", `/sign/${seatAt(0).id}`, "/publish", "/take-down", "/erase"]) {
    expect((await stranger.request.get(versionPage(address))).status(), address).toBe(404);
  }
});

test("the PDF and the text are the stored bytes", async () => {
  const page = await open(partnership.scrutineer);
  const [row] = await sql()`select pdf_sha256, p.body as html from portal.versions v join portal.payloads p on p.partnership_id = v.partnership_id and p.sha256 = v.html_sha256 where v.id = ${versionId}`;
  const pdf = await page.request.get(versionPage("/document.pdf"));
  expect([pdf.headers()["content-type"], createHash("sha256").update(await pdf.body()).digest("hex")]).toEqual(["application/pdf", row?.pdf_sha256]);
  const text = await page.request.get(versionPage("/text"));
  expect(await text.text()).toContain(row?.html.toString("utf8"));
});

test("a published version is withdrawn with a public reason", async () => {
  await publish();
  const account = await setPassword(sql(), partnership.chair);
  const page = await open(account);
  await page.goto(versionPage());
  await expectAccessible(page, "published-chair");
  await page.getByRole("link", { name: "Withdraw version 1" }).click();
  await expectAccessible(page, "withdraw");
  await press(page, "Withdraw version 1");
  expect(await page.getByRole("alert").innerText()).toContain("Give the reason that the public will read");
  await expectAccessible(page, "withdraw-error");
  await page.getByLabel("The reason the public will read").fill("The guidance changed. A new version follows.");
  await page.getByLabel("Your password").fill("wrong");
  await page.getByLabel("Code from your authenticator app").fill("000000");
  await press(page, "Withdraw version 1");
  expect(await page.getByLabel("The reason the public will read").inputValue()).toBe("The guidance changed. A new version follows.");
  await confirm(page, account);
  await press(page, "Withdraw version 1");
  expect(await main(page)).toContain("Version 1 is withdrawn");
  await expectAccessible(page, "withdrawn");
});

test("taken down at once by one person; erased by two, one of whom is told on the home page", async () => {
  await publish();
  const page = await open(partnership.scrutineer);
  await page.goto(versionPage());
  await page.getByRole("link", { name: /^Take down for safety/ }).click();
  await expectAccessible(page, "take-down");
  await page.getByLabel("The reason the public will read").fill("NHS number 943 476 5919 was published.");
  await press(page, "Take down version 1 now");
  expect(await page.getByRole("alert").innerText()).toContain("must identify nobody");
  await page.getByLabel("The reason the public will read").fill("A detail about a person was published by mistake.");
  await press(page, "Take down version 1 now");
  expect(await main(page)).toContain("Nobody can read it.");
  await expectAccessible(page, "taken-down");
  for (const address of ["/text", "/document.pdf"]) expect((await page.request.get(versionPage(address))).status()).toBe(410);

  await page.getByRole("link", { name: "Propose to erase the words of this version" }).click();
  await expectAccessible(page, "erase-propose");
  await press(page, "Propose to erase version 1");
  expect(await main(page)).toContain("A second person must confirm it.");
  const alone = await page.goto(versionPage("/erase"));
  expect([alone?.status(), await heading(page)]).toEqual([409, "A second person is needed"]);

  const second = await open(partnership.delegate);
  await second.goto(`/portal/${partnership.slug}`);
  await second.getByRole("link", { name: "Decide whether to erase version 1" }).click();
  await expectAccessible(second, "erase-confirm");
  await press(second, "Erase version 1");
  expect(await main(second)).toContain("The words of this version were erased for safety.");
  await expectAccessible(second, "erased");
  const kept = await sql()`select 1 from portal.payloads p join portal.versions v on v.partnership_id = p.partnership_id and p.sha256 in (v.content_sha256, v.html_sha256, v.pdf_sha256) where v.id = ${versionId} and p.body is not null`;
  expect(kept).toHaveLength(0);
});

test("an administrator takes down without seeing a word", async () => {
  await publish();
  const page = await open(await addPerson(sql(), "Administrator Ivy", { administrator: true }));
  for (const address of ["", "/text", "/document.pdf", "/changes"]) expect((await page.request.get(versionPage(address))).status(), address).toBe(404);
  await page.goto(versionPage("/take-down"));
  await expectAccessible(page, "take-down-administrator");
  await page.getByLabel("The reason the public will read").fill("A detail about a person was published by mistake.");
  await press(page, "Take down version 1 now");
  expect(new URL(page.url()).pathname).toBe(`/admin/partnerships/${partnership.slug}`);
  const [row] = await sql()`select taken_down_at is not null as down from portal.versions where id = ${versionId}`;
  expect(row?.down).toBe(true);
});
