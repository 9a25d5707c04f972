import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { publishBudget } from "#tests/support/funding.ts";
import { fillDate, flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import type { TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-11-12T09:00:00Z");
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const alert = (page: Page) => page.getByRole("alert").innerText();
const cells = (page: Page, row: string) => page.getByRole("row", { name: row }).getByRole("cell").allInnerTexts();

describe("one payer for several partnerships", () => {
  let host: TestPartnership;
  let second: TestPartnership;
  let third: TestPartnership;
  let manager: Page;
  const see = (page: Page, name: string) => expectAccessible(page, `shared-${name}`);
  const signedIn = (partnership: TestPartnership) => signedInPage(browser, portal.origin, partnership.businessManager);
  const start = "/portal/alderwick/funding/shared";

  beforeAll(async () => {
    host = await addPublicPartnership(portal.database, "alderwick");
    second = await addPublicPartnership(portal.database, "birchmere");
    third = await addPublicPartnership(portal.database, "cedarholt");
    manager = await signedIn(host);
  });

  test("before there is any, the page says what it is for", async () => {
    await manager.goto(start);
    expect(await heading(manager)).toBe("One payer for several partnerships");
    expect(await manager.getByText("None yet.").count()).toBe(2);
    await see(manager, "empty");
  });

  test("what is wrong is said beside each field, and what was typed is kept", async () => {
    await press(manager, "Enter an amount for several partnerships");
    await see(manager, "form");
    await press(manager, "See the shares");
    for (const words of ["Enter whose contribution it is", "Choose what kind of body it is", "Enter the amount that is divided", "Choose how it is divided", "Choose at least two partnerships"]) expect(await alert(manager)).toContain(words);
    await expect.poll(() => manager.title()).toMatch(/^Error: /);
    await see(manager, "form-errors");
    await manager.getByLabel("Contributor").fill("Vale Police");
    await manager.getByLabel("What kind of body it is").selectOption("Police");
    await manager.getByLabel("Who pays, when it is somebody else").fill("Mayor of the Vale");
    await manager.getByLabel("Amount in all").fill("84,092");
    await manager.getByLabel("How much of it is for children").fill("50");
    await manager.getByLabel("By a weight for each partnership").check();
    for (const [partnership, weight] of [[host, "34,592"], [second, "23,700"], [third, "a third"]] as const) {
      await manager.getByRole("checkbox", { name: partnership.name }).check();
      await manager.getByLabel(`Weight of ${partnership.name}`).fill(weight);
    }
    await press(manager, "See the shares");
    expect(await alert(manager)).toContain(`The weight of ${third.name} must be a number or an amount, like 3 or 34,592`);
    expect(await manager.getByLabel(`Weight of ${third.name}`).inputValue()).toBe("a third");
    expect(await manager.getByLabel("Amount in all").inputValue()).toBe("84,092");
    await see(manager, "weight-error");
  });

  test("the shares are looked at before they are offered", async () => {
    await manager.getByLabel(`Weight of ${third.name}`).fill("25,800");
    await press(manager, "See the shares");
    expect(await heading(manager)).toBe("Check the shares before you offer them");
    expect(await cells(manager, host.name)).toEqual(["34,592", "£34,592", "£17,296"]);
    expect(await cells(manager, "Total")).toEqual(["84,092", "£84,092", "£42,046"]);
    await see(manager, "check");
    await press(manager, "Change what you typed");
    expect(await manager.getByLabel(`Weight of ${second.name}`).inputValue()).toBe("23,700");
    await press(manager, "See the shares");
    await press(manager, "Offer these shares");
    expect(await heading(manager)).toBe("£84,092 from Vale Police");
    expect(await flash(manager)).toContain("The shares are offered.");
    expect(await cells(manager, second.name)).toEqual(["23,700", "£23,700", "£11,850", "Not answered"]);
    expect((await cells(manager, "Total")).slice(0, 3)).toEqual(["84,092", "£84,092", "£42,046"]);
    expect(await main(manager)).toContain("Each share is rounded down to the penny.");
    await see(manager, "offered");
  });

  test("one partnership accepts its share, which is then a line of its own", async () => {
    const page = await signedIn(second);
    await page.goto("/portal/birchmere/funding/shared");
    expect(await main(page)).toContain("One waits for an answer.");
    await see(page, "list-offered");
    await follow(page, /^Vale Police/);
    expect(await heading(page)).toBe("Our share of what Vale Police gives");
    for (const words of ["£23,700", "28.2% of £84,092", "£11,850", host.name, "Mayor of the Vale", "ours is 23,700"]) expect(await main(page)).toContain(words);
    await see(page, "share");
    await press(page, "Accept our share");
    expect(await main(page)).toContain("We have not opened the year 2026 to 2027: accepting opens it, empty.");
    await see(page, "accept");
    await press(page, "Accept £23,700");
    expect(await flash(page)).toContain("£23,700 is accepted, and is now a line of our contributions of 2026 to 2027");
    expect(await main(page)).toContain("We accepted this share on 12 November 2026.");
    await see(page, "share-accepted");
    const [line] = await portal.database.sql<{ contributor: string; pence: string; children_share: number }[]>`select contributor, pence, children_share from portal.contributions where partnership_id = ${second.id}`;
    expect(line).toEqual({ contributor: "Vale Police", pence: "2370000", children_share: 5_000 });
  });

  test("another declines, with a reason", async () => {
    const page = await signedIn(third);
    await page.goto("/portal/cedarholt/funding/shared");
    await follow(page, /^Vale Police/);
    await press(page, "Decline it");
    await press(page, "Decline our share");
    expect(await alert(page)).toContain("Say why, so that the host knows what to change");
    await page.getByLabel("Why we decline").fill("No.");
    await press(page, "Decline our share");
    expect(await page.getByLabel("Why we decline").inputValue()).toBe("No.");
    await see(page, "decline-error");
    await page.getByLabel("Why we decline").fill("The police pay us themselves this year.");
    await press(page, "Decline our share");
    expect(await main(page)).toContain("We declined this share on 12 November 2026.");
    await see(page, "share-declined");
  });

  test("the host sees who answered what, and can change nothing that was accepted", async () => {
    await manager.reload();
    const said = await main(manager);
    for (const words of ["Shares of 3 partnerships: 1 accepted, 1 declined, 1 not answered. £23,700 is accepted.", "£25,800 was declined", "The police pay us themselves this year."]) expect(said).toContain(words);
    expect(await manager.getByRole("button", { name: /Change it|Withdraw it/ }).count()).toBe(0);
    await see(manager, "answered");
    await manager.goto(`${manager.url()}/change`);
    expect(await heading(manager)).toBe("A partnership has accepted its part");
    await manager.goto(start);
    expect(await main(manager)).toContain("3: 1 accepted, 1 declined, 1 not answered");
    await see(manager, "lists");
  });

  test("another amount is changed while nobody has accepted, is refused from an old page, and is withdrawn", async () => {
    await press(manager, "Enter an amount for several partnerships");
    await manager.getByLabel("Contributor").fill("Vale Probation");
    await manager.getByLabel("What kind of body it is").selectOption("Probation");
    await manager.getByLabel("Amount in all").fill("1,000.01");
    await manager.getByLabel("The same for each partnership").check();
    for (const partnership of [second, third]) await manager.getByRole("checkbox", { name: partnership.name }).check();
    await press(manager, "See the shares");
    await press(manager, "Offer these shares");
    expect(await cells(manager, second.name)).toEqual(["£500.01", "Not answered"]);
    const offered = manager.url();
    await press(manager, "Change it");
    const old = await signedIn(host);
    await old.goto(manager.url());
    await manager.getByLabel("Amount in all").fill("2,000");
    await see(manager, "change");
    await press(manager, "See the shares");
    await press(manager, "Offer these shares");
    expect(await flash(manager)).toContain("The shares are offered as they are now.");
    await old.getByLabel("Amount in all").fill("3,000");
    await press(old, "See the shares");
    await press(old, "Offer these shares");
    expect(await alert(old)).toContain("Somebody else changed this first.");
    expect(await main(old)).toContain("£2,000");
    expect(await old.getByLabel("Amount in all").inputValue()).toBe("3,000");
    await see(old, "stale");
    await manager.goto(offered);
    await press(manager, "Withdraw it");
    expect(await main(manager)).toContain("This amount was withdrawn on 12 November 2026.");
    await see(manager, "withdrawn");
  });

  test("once a budget is signed, accepting asks from when and why", async () => {
    await publishBudget(portal.database, third, "2026-27");
    await manager.goto(`${start}/new`);
    await manager.getByLabel("Contributor").fill("Vale Cafcass");
    await manager.getByLabel("What kind of body it is").selectOption("Cafcass");
    await manager.getByLabel("Amount in all").fill("2,000");
    await manager.getByLabel("The same for each partnership").check();
    for (const partnership of [second, third]) await manager.getByRole("checkbox", { name: partnership.name }).check();
    await press(manager, "See the shares");
    await press(manager, "Offer these shares");
    const page = await signedIn(third);
    await page.goto(`${manager.url().replace("/alderwick/", "/cedarholt/").replace("/shared/", "/shares/")}/accept`);
    await press(page, "Accept £1,000");
    expect(await alert(page)).toContain("Enter the day from which it holds, like 1 9 2026");
    expect(await alert(page)).toContain("Say why the line is added: it is published");
    await see(page, "accept-in-year");
    await fillDate(page, "on", ["1", "12", "2027"]);
    await page.getByLabel("Why is it added?").fill("Cafcass joined in November.");
    await press(page, "Accept £1,000");
    expect(await alert(page)).toContain("The day from which it holds must be within the financial year");
    await fillDate(page, "on", ["1", "12", "2026"]);
    await press(page, "Accept £1,000");
    expect(await main(page)).toContain("We accepted this share on 12 November 2026.");
  });

  test("somebody of another partnership finds nothing; a lead reads and is told who acts", async () => {
    const [row] = await portal.database.sql<{ id: string }[]>`select id from portal.shared_contributions where partnership_id = ${host.id} and contributor = 'Vale Police'`;
    const lead = third.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    const page = await signedInPage(browser, portal.origin, lead);
    await page.goto(`/portal/cedarholt/funding/shares/${row?.id ?? ""}`);
    expect(await heading(page)).toBe("Our share of what Vale Police gives");
    await page.goto(`/portal/cedarholt/funding/shares/${row?.id ?? ""}/accept`);
    expect(await heading(page)).toBe("You cannot do this");
    await page.goto(`/portal/cedarholt/funding/shared/${row?.id ?? ""}`);
    expect(await heading(page)).toBe("Page not found");
    await page.goto(`/portal/alderwick/funding/shared/${row?.id ?? ""}`);
    expect(await heading(page)).toBe("Page not found");
  });
});
