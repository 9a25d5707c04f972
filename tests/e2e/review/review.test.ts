import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flash, main } from "#tests/support/on-page.ts";
import { addPartnership, addReadyDraft, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

describe("a review before freezing", () => {
  let partnership: TestPartnership;
  let chair: Page;
  let manager: Page;
  const arrangements = () => `/portal/${partnership.slug}/arrangements`;
  const open = (person: TestPerson) => signedInPage(browser, portal.origin, person);
  const see = (page: Page, name: string) => expectAccessible(page, `review-${name}`);

  beforeAll(async () => {
    partnership = await addPartnership(portal.database.sql, "oakridge");
    await addReadyDraft(portal.database.sql, partnership.id, partnership.businessManager.personId);
    chair = await open(partnership.chair);
    manager = await open(partnership.businessManager);
  });

  test("the business manager asks for one, from the draft's own page", async () => {
    await manager.goto(arrangements());
    expect(await main(manager)).toContain("Not reviewed yet");
    await follow(manager, "see the review");
    expect(await main(manager)).toContain("Nobody has reviewed this draft.");
    expect(await manager.getByRole("button", { name: "Record my review" }).count()).toBe(0);
    await see(manager, "none");
    await press(manager, "Ask for a review");
    expect(await flash(manager)).toContain("2 people are asked for a review.");
    expect(await manager.getByRole("button", { name: "Ask for a review" }).count()).toBe(0);
    await see(manager, "asked");
  });

  test("the chair finds it on the home page, wants changes, and says which", async () => {
    await chair.goto(`/portal/${partnership.slug}`);
    await see(chair, "home");
    await follow(chair, "Review the draft of the arrangements");
    await press(chair, "Record my review");
    expect(await chair.locator(".govuk-error-summary").innerText()).toContain("Say whether the draft is ready or changes are wanted");
    await chair.getByLabel("Changes wanted").check();
    await press(chair, "Record my review");
    expect(await chair.locator(".govuk-error-summary").innerText()).toContain("Say which changes are wanted");
    await see(chair, "errors");
    await chair.getByLabel("Your words").fill("Say who answers at weekends.");
    await press(chair, "Record my review");
    expect(await flash(chair)).toContain("Your review is recorded.");
    expect(await main(chair)).toContain("A reviewer wants changes to this draft.");
    await see(chair, "changes-wanted");
  });

  test("the change makes the review stale, also for somebody who was just writing one", async () => {
    const delegate = await open(partnership.delegate);
    await delegate.goto(`${arrangements()}/review`);
    await delegate.getByLabel("Ready to be frozen").check();
    await delegate.getByLabel("Your words").fill("Good.");
    await manager.goto(arrangements());
    await follow(manager, /^2\. /);
    await manager.getByLabel("Text", { exact: true }).fill("The duty manager answers at weekends.");
    await press(manager, /^Save$/);
    await press(delegate, "Record my review");
    expect(await delegate.locator(".govuk-error-summary").innerText()).toContain("The draft was changed while you read it");
    expect(await main(delegate)).toContain("The draft was changed after it was reviewed.");
    await see(delegate, "stale");
    await press(delegate, "Record my review");
    expect(await main(delegate)).toContain("Reviewed: this draft is ready to be frozen.");
    await see(delegate, "ready");
  });

  test("freezing asks for no reason then, and the version and its signing page name the review", async () => {
    await manager.goto(`${arrangements()}/freeze`);
    expect(await manager.getByRole("textbox").count()).toBe(0);
    await press(manager, "Freeze version 1 for signature");
    expect(await main(manager)).toContain(`Ready, said ${partnership.delegate.name}`);
    await see(manager, "version-reviewed");
    const [seat] = partnership.seats;
    if (!seat) throw new Error("no seat");
    const lead = await open(seat.lead);
    await lead.goto(`/portal/${partnership.slug}`);
    await follow(lead, "Sign the arrangements, version 1");
    expect(await main(lead)).toContain(`Ready, said ${partnership.delegate.name}`);
  });

  test("without a review the reason is asked for, and the signers read it", async () => {
    await manager.goto(arrangements());
    await follow(manager, /^3\. /);
    await manager.getByLabel("Text", { exact: true }).fill("Scrutiny is independent.");
    await press(manager, /^Save$/);
    await manager.goto(`${arrangements()}/readiness`);
    expect(await main(manager)).toContain("The draft was changed after it was reviewed.");
    await manager.goto(`${arrangements()}/freeze`);
    await press(manager, "Freeze version 2 for signature");
    expect(await manager.locator(".govuk-error-summary").innerText()).toContain("Give a reason of at least 5 characters");
    await see(manager, "freeze-without");
    await manager.getByLabel("The draft was changed after it was reviewed.").fill("One spelling was put right.");
    await press(manager, "Freeze version 2 for signature");
    expect(await main(manager)).toContain("The reason given: One spelling was put right.");
    const [seat] = partnership.seats;
    if (!seat) throw new Error("no seat");
    const lead = await open(seat.lead);
    await lead.goto(`/portal/${partnership.slug}`);
    await follow(lead, "Sign the arrangements, version 2");
    expect(await main(lead)).toContain("The reason given: One spelling was put right.");
    await see(lead, "signing");
  });
});
