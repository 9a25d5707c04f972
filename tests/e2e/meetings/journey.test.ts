import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { saveMinutes } from "#app/domain/meetings/minutes/save-minutes.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { need } from "#tests/support/funding.ts";
import { hold, plan } from "#tests/support/meetings.ts";
import { fillDate, flash, follow, main } from "#tests/support/on-page.ts";
import { addPartnership, addRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A meeting of two partnerships: planned, accepted by the second, held, minuted by two people at once, approved at the next one. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let theirs: TestPartnership;
let manager: Page;

const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

async function on(moment: string, person: TestPerson): Promise<Page> {
  await portal.database.setClock(moment);
  return signedInPage(browser, portal.origin, { ...person, ...(await addSession(portal.database.sql, person.personId)) });
}

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(sql, "alderwick");
  theirs = await addPartnership(sql, "birchmere");
  await sql`insert into publication.publications (partnership_id, slug, kind, number, facts) select id, slug, 'directory', 1, jsonb_build_object('partnership', jsonb_build_object('name', name)) from portal.partnerships`;
  await addRepresentative(sql, ours.id, "education-representative");
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("a meeting of two partnerships", () => {
  test("is planned from an empty list, with a rule for its quorum", async () => {
    await manager.goto("/portal/alderwick/meetings");
    expect(await main(manager)).toContain("No meeting is still to come, and 0 are over.");
    await follow(manager, "Quorum");
    await press(manager, /Record the rule.*delegated/);
    await manager.getByLabel(/At least one of each/).check();
    await manager.getByLabel("Yes, a deputy counts").check();
    await expectAccessible(manager, "meetings-quorum-form");
    await press(manager, "Record the rule");
    await expectAccessible(manager, "meetings-quorum");
    await follow(manager, "Meetings");
    await press(manager, "Plan a meeting");
    await press(manager, "Plan the meeting");
    expect(await summary(manager)).toMatch(/Choose whose meeting it is[\s\S]*Enter where it is[\s\S]*Enter the day of the meeting/);
    await manager.getByLabel("Delegated safeguarding partners").check();
    await manager.getByLabel("Where").fill("Council House, room 2");
    await fillDate(manager, "date", ["14", "9", "2026"]);
    await manager.getByLabel("From").fill("9:30am");
    await manager.getByLabel("Until").fill("11:30am");
    await expectAccessible(manager, "meetings-plan");
    await press(manager, "Plan the meeting");
    expect(await flash(manager)).toContain("The meeting is planned.");
  });

  test("has an agenda, in order, and is proposed to the other partnership", async () => {
    for (const [title, purpose, papers] of [["The training plan", "For information", ""], ["Missing from school", "For decision", "[How many were missed](https://example.org/paper)"]] as const) {
      await press(manager, "Add an item");
      await manager.getByLabel("Item").fill(title);
      await manager.getByLabel(purpose).check();
      await manager.getByLabel("Papers").fill(papers);
      await press(manager, "Add it");
    }
    await press(manager, /Move up.*Missing/);
    expect(await main(manager)).toMatch(/1\. Missing from school[\s\S]*How many were missed[\s\S]*2\. The training plan/);
    await press(manager, "Share it with another partnership");
    await manager.getByLabel("With which partnership").selectOption({ label: theirs.name });
    await press(manager, "Propose it");
    expect(await main(manager)).toContain(`${theirs.name}: not answered`);
    await expectAccessible(manager, "meetings-one-planned");
  });

  test("is accepted in the second partnership, which then sees the agenda", async () => {
    const other = await signedInPage(browser, portal.origin, theirs.chair);
    await other.goto("/portal/birchmere/meetings");
    expect(await main(other)).toContain("Proposed to us");
    await follow(other, "Meeting of the delegated safeguarding partners");
    expect(await main(other)).not.toContain("Missing from school");
    await expectAccessible(other, "meetings-proposed");
    await press(other, "Accept it");
    await press(other, "Accept it");
    expect(await main(other)).toMatch(/Hosted by\s+Alderwick[\s\S]*Missing from school/);
    await other.close();
  });

  test("is held: who came, by seat and for education, and whether there was a quorum", async () => {
    const address = manager.url();
    await manager.close();
    manager = await on("2026-09-14T10:00:00Z", ours.businessManager);
    await manager.goto(address);
    await press(manager, "Record who came");
    await press(manager, "Save who came");
    expect(await summary(manager)).toContain(`Say whether somebody came for ${ours.seats[0]?.organisation ?? ""}`);
    const came = (body: string) => manager.getByLabel(`Whether somebody came for ${body}`);
    for (const { organisation } of [...ours.seats, ...theirs.seats]) await came(organisation).selectOption("Present");
    await came(ours.seats[2]?.organisation ?? "").selectOption("Sent apologies");
    await came("The schools of the vale").selectOption("A deputy came");
    await manager.getByRole("group", { name: "The schools of the vale" }).getByLabel("A deputy’s post").fill("Deputy head");
    await expectAccessible(manager, "meetings-attendance-form");
    await press(manager, "Save who came");
    expect(await main(manager)).toMatch(/Alderwick Safeguarding Children Partnership: There was no quorum: nobody for the police\.[\s\S]*Birchmere Safeguarding Children Partnership: no quorum rule is recorded/);
    expect(await main(manager)).toContain("A deputy came: Deputy head");
    await expectAccessible(manager, "meetings-one-held");
    await manager.goto("/portal/alderwick/meetings");
    await expectAccessible(manager, "meetings-list");
  });

  test("is minuted by two people at once, and nothing is lost", async () => {
    await follow(manager, "Meeting of the delegated safeguarding partners");
    const address = manager.url();
    const chair = await on("2026-09-14T10:05:00Z", ours.chair);
    await chair.goto(address);
    for (const page of [manager, chair]) await follow(page, /Write minutes.*Missing from school/);
    await manager.getByLabel("What was said and what was decided").fill("The paper was noted.\n\n- The council asks schools each week");
    await press(manager, "Save the minutes");
    expect(await main(manager)).toMatch(/The paper was noted\.[\s\S]*Business manager, 14 September 2026/);
    await chair.getByLabel("What was said and what was decided").fill("The paper was agreed.");
    await press(chair, "Save the minutes");
    expect(await summary(chair)).toContain("Both texts are kept, and nothing is lost.");
    expect(await chair.getByLabel(/^In the minutes/).inputValue()).toContain("The paper was noted.");
    expect(await chair.getByLabel("The text to save").inputValue()).toBe("The paper was agreed.");
    await expectAccessible(chair, "meetings-minutes-two-texts");
    await chair.getByLabel("The text to save").fill("The paper was noted and agreed.");
    await press(chair, "Save the minutes");
    expect(await main(chair)).toContain("The paper was noted and agreed.");
    await chair.close();
  });

  test("is approved at the next meeting of the same kind", async () => {
    const [, itemId] = /agenda\/([0-9a-f-]+)\/minutes/.exec(await manager.getByRole("link", { name: /Write minutes/ }).first().getAttribute("href") ?? "") ?? [];
    const address = manager.url().split("#")[0] ?? "";
    const meetingId = address.split("/").at(-1) ?? "";
    const now = { ...ours, businessManager: { ...ours.businessManager, ...(await addSession(portal.database.sql, ours.businessManager.personId)) } };
    need(await saveMinutes(now.businessManager.actor, { partnershipId: ours.id, meetingId, itemId: itemId ?? "", body: "Noted.", beganFrom: 0, seen: 0, looked: [] }, submission()));
    await hold(now, await plan(now, { startsAt: new Date("2026-09-14T09:00:00Z"), endsAt: new Date("2026-09-14T10:00:00Z") }));
    await manager.goto(address);
    await press(manager, "Record that the minutes were approved");
    await expectAccessible(manager, "meetings-approve");
    await press(manager, "Record the approval");
    expect(await main(manager)).toMatch(/Minutes approved[\s\S]*Approved at the meeting of 14 September 2026/);
    await expectAccessible(manager, "meetings-one-approved");
  });

  test("counts for the figures of the year, and is in one’s own calendar", async () => {
    await manager.goto("/portal/alderwick/meetings/attendance");
    expect(await main(manager)).toContain("2 meetings were held from 1 April 2026 to 31 March 2027. Education was at 1 of them (50%).");
    await expectAccessible(manager, "meetings-figures");
    await manager.goto("/account/calendar");
    await press(manager, "Make my address");
    const [address = ""] = /https?:\S+\.ics/.exec(await main(manager)) ?? [];
    await expectAccessible(manager, "meetings-calendar");
    const feed = await fetch(portal.origin + new URL(address).pathname);
    expect([feed.status, feed.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect((await feed.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect((await fetch(`${portal.origin}/calendar/${"A".repeat(43)}.ics`)).status).toBe(404);
  });
});
