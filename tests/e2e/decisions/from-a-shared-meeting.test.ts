import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { delegateMatters } from "#tests/support/decisions.ts";
import { everySeat, hold, plan, shareWith } from "#tests/support/meetings.ts";
import { fillDate, flash, follow, main } from "#tests/support/on-page.ts";
import type { TestPartnership, TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A shared meeting of two partnerships takes a decision beyond a delegate's delegation: it goes to the leads and returns as an action that another person closes. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let meetingId: string;
const what = "Appoint the analyst that both partnerships pay for.";

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-08T09:00:00Z");
  const host = await addPublicPartnership(portal.database, "birchmere");
  ours = await addPublicPartnership(portal.database, "alderwick");
  await delegateMatters(portal.database.sql, ours);
  meetingId = await plan(host);
  await shareWith(host, ours, meetingId);
  await hold(host, meetingId, everySeat(host, ours));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

async function asPerson(person: TestPerson, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await signedInPage(browser, portal.origin, person);
  await act(page);
  await page.context().close();
}

test("what the meeting wants is beyond the delegate, and is put to every lead", async () => {
  await asPerson(ours.businessManager, async (page) => {
    await page.goto(`/portal/alderwick/meetings/${meetingId}`);
    await follow(page, "Record a decision");
    expect(await main(page)).toContain("Meeting of the delegated safeguarding partners, 8 September 2026");
    await page.getByLabel("The decision, in one plain sentence").fill("The two partnerships pay for one analyst.");
    await page.getByLabel("Staff time and money within the agreed budget").check();
    await page.getByLabel("Money it commits").fill("40,000");
    await page.getByLabel("Delegated safeguarding partners").check();
    await page.getByLabel("Alderwick ICB 2").check();
    await page.getByLabel("Options considered").fill("One analyst each, or one for both, which the data allows.");
    await page.getByLabel("Yes").check();
    await press(page, "Record the decision");
    expect(await page.getByRole("alert").innerText()).toContain("the decision is then put to them");
    await page.getByLabel("The lead safeguarding partners together").check();
    await press(page, "Record the decision");
    expect(await flash(page)).toContain("Decision 1 is put to the leads");
    await follow(page, /^Meeting of the delegated safeguarding partners/);
    expect(await main(page)).toMatch(/1\. The two partnerships pay for one analyst\.\s+Waiting for the leads/i);
    await expectAccessible(page, "meeting-with-decision");
  });
  for (const { lead } of ours.seats) {
    await asPerson(lead, async (page) => {
      await page.goto("/portal/alderwick");
      await follow(page, "Agree or decline decision 1");
      await page.getByLabel("I agree").check();
      await press(page, "Send your answer");
    });
  }
});

test("it returns as an action that its owner shows to be done and another person closes", async () => {
  await asPerson(ours.businessManager, async (page) => {
    await page.goto("/portal/alderwick/decisions/1");
    expect(await main(page)).toContain("Stands");
    await follow(page, "Record an action");
    await page.getByLabel("What is to be done").fill(what);
    await page.getByLabel("Office of the partnership").selectOption({ label: "Director of Children, Alderwick ICB 2" });
    await fillDate(page, "dueOn", ["30", "9", "2026"]);
    await press(page, "Record the action");
  });
  await asPerson(ours.delegate, async (page) => {
    await page.goto("/portal/alderwick");
    await follow(page, "Finish an action of yours");
    await press(page, "Propose it as done");
    await page.getByLabel("What shows that it is done").fill("The analyst began on 7 September.");
    await press(page, "Propose it as done");
    expect(await page.getByRole("main").getByRole("button", { name: "Close it" }).count()).toBe(0);
  });
  await asPerson(ours.chair, async (page) => {
    await page.goto("/portal/alderwick");
    await follow(page, /^Close an action of Director of Children/);
    await press(page, "Close it");
    await page.getByLabel("What convinces you").fill("Their contract.");
    await press(page, "Close it");
    expect(await flash(page)).toContain("The action is closed.");
    await follow(page, /The two partnerships pay for one analyst/);
    expect(await main(page)).toMatch(new RegExp(`${what}[\\s\\S]*Closed`));
  });
});
