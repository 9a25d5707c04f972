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

describe("comments on a draft", () => {
  let partnership: TestPartnership;
  let lead: Page;
  let manager: Page;
  const arrangements = () => `/portal/${partnership.slug}/arrangements`;
  const open = (person: TestPerson) => signedInPage(browser, portal.origin, person);
  const see = (page: Page, name: string) => expectAccessible(page, `comments-${name}`);

  beforeAll(async () => {
    partnership = await addPartnership(portal.database.sql, "oakridge");
    await addReadyDraft(portal.database.sql, partnership.id, partnership.businessManager.personId);
    const [seat] = partnership.seats;
    if (!seat) throw new Error("no seat");
    lead = await open(seat.lead);
    manager = await open(partnership.businessManager);
  });

  test("a lead safeguarding partner, who may not edit, comments on a section and asks the chair", async () => {
    await lead.goto(arrangements());
    expect(await main(lead)).toContain("Comments on the draft");
    await lead.getByRole("link", { name: /^2\. / }).click();
    await lead.getByRole("link", { name: "Comment on this section" }).click();
    await see(lead, "none");
    await lead.getByRole("button", { name: "Add the comment" }).click();
    expect(await lead.locator(".govuk-error-summary").innerText()).toContain("Write your comment");
    await see(lead, "missing");
    await lead.getByLabel("Your comment").fill("Who decides this at weekends?\nRing me on 01632 960123.");
    await lead.getByText("Ask somebody in particular").click();
    await lead.getByLabel(partnership.chair.name).check();
    await lead.getByRole("button", { name: "Add the comment" }).click();
    expect(await flash(lead)).toContain("Your comment is added.");
    expect(await main(lead)).toContain("1 open comment");
    expect(await main(lead)).toContain(`to ${partnership.chair.name}`);
    expect(await main(lead)).toContain("This may hold a phone number");
    await see(lead, "preview");
  });

  test("its author puts it right", async () => {
    await lead.getByRole("link", { name: /^Correct or take back/ }).click();
    await see(lead, "correct");
    await lead.getByLabel("Your words").fill("Who decides this at weekends?");
    await lead.getByRole("button", { name: "Save" }).click();
    expect(await main(lead)).toContain("put right since");
    expect(await main(lead)).not.toContain("phone number");
  });

  test("the editor sees it beside the text, changes the text, replies and resolves it", async () => {
    await manager.goto(arrangements());
    expect(await manager.locator("#section-2-hint").innerText()).toContain("1 open comment");
    await see(manager, "task-list");
    await manager.getByRole("link", { name: /^2\. / }).click();
    expect(await main(manager)).toContain("Who decides this at weekends?");
    await see(manager, "editor");
    await manager.getByLabel("Text", { exact: true }).fill("The duty manager decides at weekends.");
    await manager.getByRole("button", { name: "Save", exact: true }).click();
    expect(await main(manager)).toContain(`The section was changed after this comment was made, last by ${partnership.businessManager.name}`);
    await manager.getByRole("link", { name: /^Reply or resolve/ }).click();
    await manager.getByLabel("Your reply").fill("It says so now.");
    await manager.getByRole("button", { name: "Reply" }).click();
    expect(await flash(manager)).toContain("Your reply is added.");
    await see(manager, "thread");
    await manager.getByRole("button", { name: "Resolve this comment" }).click();
    expect(await flash(manager)).toContain("The comment is resolved.");
    expect(await main(manager)).toContain("No comment is open.");
    await see(manager, "all-resolved");
    await manager.getByRole("link", { name: "Show resolved comments too" }).click();
    expect(await main(manager)).toContain("It says so now.");
    await see(manager, "list");
  });

  test("its author opens it again, and takes a remark back", async () => {
    await lead.goto(`${arrangements()}/comments?all=1`);
    await lead.getByRole("link", { name: /^Open this comment/ }).click();
    await see(lead, "resolved");
    await lead.getByRole("button", { name: "Open it again" }).click();
    expect(await flash(lead)).toContain("The comment is open again.");
    await lead.getByRole("link", { name: /^Correct or take back/ }).click();
    await lead.getByRole("button", { name: "Take back what I said" }).click();
    expect(await main(lead)).toContain("took this back");
    expect(await main(lead)).not.toContain("Who decides");
    await see(lead, "taken-back");
  });

  test("nobody puts another's words right, and an address that only takes forms leads to the comment", async () => {
    await manager.goto(`${arrangements()}/comments?all=1`);
    await manager.getByRole("link", { name: /to the comment by/ }).click();
    const here = manager.url();
    const mine = await manager.getByRole("link", { name: /^Correct or take back/ }).getAttribute("href");
    const refused = await lead.goto(mine ?? "");
    expect(refused?.status()).toBe(403);
    expect(await main(lead)).toContain("Only whoever wrote them");
    await see(lead, "not-yours");
    await manager.goto(`${here}/resolve`);
    expect(manager.url()).toBe(here);
    expect((await manager.goto(`${arrangements()}/comments/00000000-0000-4000-8000-000000000000`))?.status()).toBe(404);
  });
});
