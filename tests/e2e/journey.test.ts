import { execFileSync } from "node:child_process";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { totpCode } from "#app/auth/totp.server.ts";
import { addAccount, phoneCode, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, heading } from "#tests/support/on-page.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";

/**
 * The portal's main job, from nothing to a public page, by clicking alone: an administrator sets up a partnership with
 * two integrated care boards, a business manager drafts, a lead declines, a new version follows, four leads sign it,
 * it is published, and what anybody then reads, downloads and checks is one thing.
 */

interface Person {
  name: string;
  email: string;
  post: string;
  setUpLink: string;
  secret: string;
  page: Page;
}

let portal: TestPortal;
let browser: Browser;
/** The one clock, moved by hand: a code of the phone is good once, so nobody has to wait for the next. */
let now = Date.parse("2026-10-05T09:00:00Z");

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  await tick();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function tick(minutes = 1): Promise<void> {
  now += minutes * 60_000;
  await portal.database.setClock(new Date(now).toISOString());
}

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name, exact: typeof name === "string" }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name, exact: typeof name === "string" }).first().click();

describe("the whole journey, without JavaScript", () => {
  const [area, slug] = ["Rutland", "rutland"];
  const contexts: BrowserContext[] = [];
  const people: Person[] = [];
  const arrangements = `/portal/${slug}/arrangements`;
  let administrator: Page;
  let account: TestAccount;

  const newPage = async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.origin, viewport: { width: 1280, height: 900 } });
    contexts.push(context);
    return context.newPage();
  };
  const person = (at: number) => {
    const found = people[at];
    if (!found) throw new Error("nobody");
    return found;
  };
  const manager = () => person(4).page;

  afterAll(async () => {
    for (const context of contexts) await context.close();
  });

  /** Password and code where the page asks for them, a minute later than the last. */
  const confirm = async ({ page, secret }: Pick<Person, "page" | "secret">) => {
    await tick();
    await page.getByLabel("Your password").fill(testPassword);
    await page.getByLabel("Code from your authenticator app").fill(totpCode(secret, new Date(now)));
  };

  test("an administrator signs in and sets up a partnership with two health boards", async () => {
    account = await addAccount(portal.database.sql, "Marlow Quince", { administrator: true });
    administrator = await newPage();
    await administrator.goto("/sign-in");
    await administrator.getByLabel("E-mail address").fill(account.email);
    await administrator.getByLabel("Password").fill(testPassword);
    await press(administrator, "Sign in");
    await administrator.getByLabel("Code from your authenticator app").fill(await phoneCode(portal.database.sql, account));
    await press(administrator, "Continue");

    await administrator.goto("/admin/partnerships/new");
    await administrator.getByLabel("Find a local authority by name").fill(area);
    await administrator.keyboard.press("Enter");
    await administrator.getByLabel(area, { exact: true }).check();
    await press(administrator, "Continue");
    for (const region of await administrator.locator("details > summary").all()) await region.click();
    for (const at of [0, 1]) await administrator.getByLabel(/^NHS .+ Integrated Care Board$/).nth(at).check();
    await press(administrator, "Continue");
    await fillDate(administrator, "startsOn", ["1", "4", "2026"]);
    await administrator.getByLabel("Working Together to Safeguard Children 2026").check();
    await fillDate(administrator, "adoptedOn", ["1", "4", "2026"]);
    await press(administrator, "Continue");
    await press(administrator, "Set up the partnership");
    expect(await administrator.getByText("Vacant", { exact: true }).count()).toBe(11);
  });

  test("and appoints four leads and a business manager, who set up their accounts", async () => {
    for (const at of [0, 1, 2, 3, 4]) {
      await tick(2);
      const links = administrator.getByRole("link", { name: at === 4 ? /^Appoint the first holder for Business manager/ : /^Appoint the first holder for Chief (Executive|Constable), / });
      const post = ((await links.first().getAttribute("aria-label")) ?? (await links.first().innerText())).replace("Appoint the first holder for ", "").trim();
      await links.first().click();
      const name = `${["Ada", "Bea", "Cai", "Dee", "Eli"][at] ?? ""} Fernhill`;
      const email = `holder.${String(at)}@${slug}.example`;
      await administrator.getByLabel("Full name").fill(name);
      await administrator.getByLabel("Work e-mail address").fill(email);
      await administrator.getByLabel("No", { exact: true }).check();
      await fillDate(administrator, "startsOn", ["1", "4", "2026"]);
      // The form itself asks who it is, once the last confirmation is five minutes old.
      if ((await administrator.getByLabel("Your password").count()) > 0) {
        await administrator.getByLabel("Your password").fill(testPassword);
        await administrator.getByLabel("Code from your authenticator app").fill(await phoneCode(portal.database.sql, account));
      }
      await press(administrator, "Appoint");
      expect(await heading(administrator)).toBe("Appointed");
      people.push({ name, email, post, setUpLink: await administrator.locator("code").innerText(), secret: "", page: await newPage() });
      await administrator.getByRole("link", { name: /^Back to/ }).click();
    }
    for (const each of people) {
      const { page } = each;
      await page.goto(new URL(each.setUpLink).pathname);
      await page.getByLabel("Choose a password").fill(testPassword);
      await page.getByLabel("Type the password again").fill(testPassword);
      await press(page, "Set password and continue");
      each.secret = (await page.locator("#setup-key").innerText()).replaceAll(" ", "");
      await page.getByLabel("Code from your authenticator app").fill(totpCode(each.secret, new Date(now)));
      await press(page, "Finish and sign in");
      expect(await heading(page)).toBe("Keep your recovery codes");
      await page.getByRole("button", { name: "I have kept them: continue" }).click();
      expect(new URL(page.url()).pathname).toBe(`/portal/${slug}`);
    }
  });

  test("the business manager drafts every section and freezes version 1", async () => {
    const page = manager();
    await page.goto(arrangements);
    await press(page, "Start drafting");
    const sections = await page.locator("a[href*='/arrangements/sections/']").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const editors = [...new Set(sections.filter((href) => /\/sections\/[0-9a-f-]{36}$/.test(href)))];
    expect(editors.length).toBe(25);
    for (const [at, href] of editors.entries()) {
      await tick(0.2);
      await page.goto(href);
      const words = at === 0 ? "## Who answers for it\n\n{{lead-partners}}\n\nThe area is {{area}}." : `We do this together in ${area}, and say here how: part ${String(at + 1)}.`;
      await page.getByLabel("Text", { exact: true }).fill(words);
      await press(page, "Save");
    }
    await page.goto(`${arrangements}/freeze`);
    expect(await main(page).innerText()).toContain("Say from which date these arrangements are in force");
    await page.goto(`${arrangements}/details`);
    await fillDate(page, "inForceFrom", ["1", "11", "2026"]);
    await fillDate(page, "nextReviewOn", ["1", "11", "2027"]);
    await press(page, /^Save/);
    await page.goto(arrangements);
    await page.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    await page.getByLabel("Nobody has reviewed this draft.").fill("No delegate is appointed yet: the leads read it themselves.");
    await press(page, /^Freeze version 1/);
    expect(await heading(page)).toBe("Arrangements, version 1");
    expect(await main(page).innerText()).toContain("Awaiting 4 of 4 signatures");
  });

  test("a lead declines it with a reason, and the next version follows", async () => {
    const { page } = person(1);
    await page.goto(`/portal/${slug}`);
    await follow(page, "Sign the arrangements, version 1");
    await follow(page, "Decline or ask for changes");
    await page.getByLabel("Your reason, or what must change").fill("Say how schools are heard.");
    await press(page, "Decline version 1");

    await manager().goto(`/portal/${slug}`);
    await follow(manager(), "Answer why version 1 of the arrangements was declined");
    expect(await main(manager()).innerText()).toContain("Say how schools are heard.");
    await manager().goto(arrangements);
    await follow(manager(), /Education and childcare settings/);
    await manager().getByLabel("Text", { exact: true }).fill("Every school is heard: heads meet the delegates each term, and a head speaks for all at every meeting.");
    await press(manager(), "Save");
    await manager().goto(`${arrangements}/freeze`);
    await manager().getByLabel("Nobody has reviewed this draft.").fill("No delegate is appointed yet: the leads read it themselves.");
    await press(manager(), /^Freeze version 2/);
    expect(await heading(manager())).toBe("Arrangements, version 2");
  });

  test("four leads sign it, and it is published", async () => {
    for (const at of [0, 1, 2, 3]) {
      await tick();
      const { page } = person(at);
      await page.goto(`/portal/${slug}`);
      await follow(page, "Sign the arrangements, version 2");
      await page.getByLabel(/^I have read these arrangements and agree to them/).check();
      await page.getByLabel(/^I understand that my signature/).check();
      await confirm(person(at));
      await press(page, "Sign version 2");
      expect(await heading(page)).toBe("You signed version 2");
    }
    await manager().goto(`/portal/${slug}`);
    await follow(manager(), "Publish the arrangements, version 2");
    if ((await heading(manager())) === "Confirm who you are") {
      await confirm(person(4));
      await press(manager(), "Continue");
    }
    await press(manager(), "Publish version 2");
    expect(await main(manager()).innerText()).toContain("Version 2 is published");
  });

  test("public page, PDF, JSON and verify page agree on one SHA-256, worked out again from the bytes", async () => {
    const reader = await newPage();
    await reader.goto("/");
    await reader.getByRole("searchbox").or(reader.getByRole("textbox")).first().fill(area);
    await press(reader, "Search");
    await follow(reader, new RegExp(`^${area} Safeguarding Children Partnership`));
    for (const { name } of people.slice(0, 4)) expect(await main(reader).innerText()).toContain(name);
    await reader.goto(`/partnerships/${slug}/arrangements`);
    const html = await reader.content();
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(await main(reader).innerText()).toContain("a head speaks for all at every meeting");

    const json = (await (await fetch(`${portal.origin}/partnerships/${slug}/arrangements.json`)).json()) as { sha256: { content: string; pdf: string }; content: unknown; signatures: unknown[] };
    const pdf = Buffer.from(await (await fetch(`${portal.origin}/partnerships/${slug}/arrangements.pdf`)).arrayBuffer());
    const canonical = Buffer.from(await (await fetch(`${portal.origin}/verify/${json.sha256.content}/content.json`)).arrayBuffer());
    const hash = sha256sum(canonical);
    expect(hash).toBe(json.sha256.content);
    expect(sha256sum(Buffer.from(canonicalJson(json.content)))).toBe(hash);
    expect(sha256sum(pdf)).toBe(json.sha256.pdf);
    expect(pdf.includes(`sha256:${hash}`)).toBe(true);
    expect(html).toContain(`/verify/${hash}`);
    expect(json.signatures).toHaveLength(4);

    await reader.locator(`a[href$="/verify/${hash}"]`).first().click();
    const verified = (await main(reader).innerText()).replaceAll(/\s/g, "");
    expect(verified).toContain(hash);
    for (const { name } of people.slice(0, 4)) expect(verified).toContain(name.replace(" ", ""));
    expect(verified).not.toMatch(/doesnothold|failed|not as it was/i);
    const [ledger] = await portal.database.sql<{ broken: number | null }[]>`
      select ledger.first_break(id::text) as broken from portal.partnerships where slug = ${slug}`;
    expect(ledger?.broken).toBeNull();
  });
});

/** SHA-256 by the operating system's own program: another implementation than the portal's. */
function sha256sum(bytes: Buffer): string {
  return execFileSync("sha256sum", { input: bytes, encoding: "utf8" }).slice(0, 64);
}

/** RFC 8785 for what has no fractions, written again: members sorted by UTF-16 code units, no white space. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
}
