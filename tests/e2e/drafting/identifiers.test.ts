import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { main } from "#tests/support/on-page.ts";
import { addPartnership, addReadyDraft, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let partnership: TestPartnership;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  partnership = await addPartnership(portal.database.sql, "alderwick");
  await addReadyDraft(portal.database.sql, partnership.id, partnership.businessManager.personId);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const path = (rest = "") => `/portal/${partnership.slug}/arrangements${rest}`;

describe("what the identifier check finds", () => {
  test("blocks freezing until two people let it stand, and then needs a reason", async () => {
    const manager = await signedInPage(browser, portal.origin, partnership.businessManager);
    await manager.goto(path());
    await manager.getByRole("link", { name: "1. Identifying and responding to need" }).click();
    await manager.getByLabel("Text", { exact: true }).fill("The official example is 943 476 5919.");
    await manager.getByRole("button", { name: "Save", exact: true }).click();
    expect(await main(manager)).toContain("is certainly a National Health Service (NHS) number");
    expect(await main(manager)).not.toContain("943 476 5919 (");
    await manager.goto(path("/readiness"));
    await manager.getByRole("link", { name: /^It is not about a person/ }).click();
    await expectAccessible(manager, "identifier");
    await manager.getByRole("button", { name: "Ask for it to stand" }).click();
    await manager.getByRole("button", { name: "Ask for it to stand" }).click();
    expect(await manager.locator(".govuk-error-summary").innerText()).toContain("Say why this may be published");
    await expectAccessible(manager, "identifier-propose");
    await manager.getByLabel("Why may it be published?").fill("It is the number that official examples use.");
    await manager.getByRole("button", { name: "Ask for it to stand" }).click();
    expect(await main(manager)).toContain("Somebody else, a delegated safeguarding partner");
    expect(await manager.getByRole("button", { name: "Decide whether it may stand" }).count()).toBe(0);

    const delegate = await signedInPage(browser, portal.origin, partnership.delegate);
    await delegate.goto(manager.url());
    await delegate.getByRole("button", { name: "Decide whether it may stand" }).click();
    await expectAccessible(delegate, "identifier-confirm");
    await delegate.getByRole("button", { name: "Confirm that it may stand" }).click();
    expect(await main(delegate)).toContain(`Confirmed by ${partnership.delegate.name}`);
    await expectAccessible(delegate, "identifier-confirmed");

    await manager.goto(path("/freeze"));
    for (const reason of await manager.getByRole("textbox").all()) await reason.fill("Two of us looked at it: it belongs to nobody.");
    await manager.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    expect(manager.url()).toContain("/versions/1");
  });

  test("is not for those who may not", async () => {
    const reader = await signedInPage(browser, portal.origin, partnership.scrutineer);
    for (const page of ["", "/propose", "/confirm"]) {
      const reply = await reader.goto(path(`/identifiers/nhs-number%3Azzzz${page}`));
      expect(reply?.status(), page).toBe(page === "" ? 404 : 403);
    }
  });
});
