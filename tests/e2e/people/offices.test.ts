import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { recordTerms } from "#app/domain/people/record-terms.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  await portal.database.setClock("2026-10-05T09:00:00Z");
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function appointmentOf(person: TestPerson): Promise<string> {
  const [held] = await portal.database.sql<{ id: string }[]>`select id from portal.appointments where person_id = ${person.personId}`;
  return held?.id ?? "";
}

function leadOf(partnership: TestPartnership, at: number): TestPerson {
  const lead = partnership.seats[at]?.lead;
  if (!lead) throw new Error("no lead");
  return lead;
}

describe("who holds which office", () => {
  /** Each page is a browser of its own until its test is over, the identity just confirmed. */
  const open = async (person: TestPerson | null, path: string): Promise<Page> => {
    const context = await browser.newContext({ baseURL: portal.origin, viewport: { width: 1280, height: 900 } });
    onTestFinished(() => context.close());
    if (person) await context.addCookies([{ name: "session", value: (await addSession(portal.database.sql, person.personId)).token, url: portal.origin }]);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };

  test("a business manager proposes a scrutineer; every lead agrees; the public reads it", async () => {
    const partnership = await addPublicPartnership(portal.database, "ashendown");
    const people = `/portal/${partnership.slug}/people`;
    const manager = await open(partnership.businessManager, people);
    await follow(manager, /^Propose a successor for Independent scrutineer/);
    expect(await main(manager)).toContain("Every lead safeguarding partner must agree.");
    await expectAccessible(manager, "propose-scrutineer");
    await press(manager, "Propose");
    expect(await manager.getByRole("alert").innerText()).toContain("Enter who appoints them, like the three partners together");
    await expectAccessible(manager, "propose-scrutineer-errors");
    await manager.getByLabel("Full name").fill("Cai Rowe");
    await manager.getByLabel("Work e-mail address").fill(`cai@${partnership.slug}.example`);
    await manager.getByLabel("Who appoints them").fill("The three partners together");
    await fillDate(manager, "startsOn", ["1", "10", "2026"]);
    await fillDate(manager, "termEndsOn", ["30", "9", "2029"]);
    await fillDate(manager, "contractEndsOn", ["1", "12", "2026"]);
    await manager.getByLabel("Interests declared").fill("A sister works for the council’s housing service.");
    await manager.getByLabel("Why", { exact: true }).fill("The contract of the scrutineer ends.");
    await press(manager, "Propose");
    expect(await heading(manager)).toBe("Cai Rowe as independent scrutineer");
    expect(await main(manager)).toContain("0 of 3 so far");
    await expectAccessible(manager, "proposal-open");
    const proposal = new URL(manager.url()).pathname;

    for (const at of [0, 1, 2]) {
      const lead = await open(leadOf(partnership, at), people);
      if (at === 0) await expectAccessible(lead, "people-waiting");
      await follow(lead, "Agree or decline: Cai Rowe as independent scrutineer");
      await follow(lead, /^Agree for /);
      if (at === 0) await expectAccessible(lead, "agree");
      await press(lead, /^Agree for /);
      if (at === 0) await expectAccessible(lead, "proposal-agreed-once");
      if (at === 2) {
        expect(await main(lead)).toContain("Agreed and appointed");
        await expectAccessible(lead, "agreed-and-appointed");
      } else expect(await main(lead)).toContain(`${String(at + 1)} of 3 so far`);
    }
    await manager.goto(proposal);
    expect(await main(manager)).toContain("Agreed and carried out");
    await expectAccessible(manager, "proposal-carried-out");
    await manager.goto(people);
    expect(await main(manager)).toContain("Warning: The contract ends in 57 days, on 1 December 2026.");
    await expectAccessible(manager, "people-manager");
  });

  test("anybody reads who was accountable on a day, from what is published", async () => {
    const partnership = await addPublicPartnership(portal.database, "dogwooddown");
    const lead = leadOf(partnership, 0);
    const outcome = await recordTerms(lead.actor, { partnershipId: partnership.id, appointmentId: await appointmentOf(partnership.scrutineer), revision: 0, terms: { termEndsOn: "2029-09-30", contractEndsOn: "2026-12-01", interests: "A sister works for the council’s housing service." } }, submission());
    expect(outcome).toMatchObject({ ok: true });
    const reader = await open(null, `/partnerships/${partnership.slug}/people`);
    expect(await main(reader)).toContain("Interests declared: A sister works for the council’s housing service.");
    expect(await main(reader)).not.toContain("Contract");
    await expectAccessible(reader, "public-people");
    await fillDate(reader, "on", ["3", "3", "2026"]);
    await press(reader, "Show that day");
    expect(new URL(reader.url()).search).toBe("?on=2026-03-03");
    expect(await heading(reader)).toBe("Who was accountable");
    expect(await reader.locator(".seats").last().innerText()).toContain(partnership.scrutineer.name);
    await expectAccessible(reader, "public-people-on-a-day");
    await fillDate(reader, "on", ["31", "2", "2026"]);
    await press(reader, "Show that day");
    expect(await reader.getByRole("alert").innerText()).toContain("The date must be a real date");
    await expectAccessible(reader, "public-people-wrong-day");
    const json = (await (await fetch(`${portal.origin}/partnerships/${partnership.slug}/people.json?on=2026-03-03`)).json()) as { on: string; scrutineer: { holder: { name: string } }; offices: unknown[] };
    expect(json).toMatchObject({ on: "2026-03-03", scrutineer: { holder: { name: partnership.scrutineer.name } } });
    expect((await fetch(`${portal.origin}/partnerships/${partnership.slug}/people.json?on=2026-02-31`)).status).toBe(400);
  });

  test("a lead hands over between two signatures of a chair's proposal, and the delegation waits for the new lead", async () => {
    const partnership = await addPublicPartnership(portal.database, "birchdown", ["local-authority", "icb", "police"]);
    const people = `/portal/${partnership.slug}/people`;
    const seatOfDelegate = partnership.seats.findIndex((seat) => seat.kind === "icb");
    const lead = await open(leadOf(partnership, seatOfDelegate), people);
    await follow(lead, /^Record what you delegate/);
    await expectAccessible(lead, "delegation");
    await press(lead, "Record and publish");
    expect(await lead.getByRole("alert").innerText()).toContain("Say what is delegated, and what is not");
    await lead.getByLabel("What is delegated, and what is not").fill("Day to day work; not the budget or the yearly report.");
    await fillDate(lead, "startsOn", ["1", "9", "2026"]);
    await press(lead, "Record and publish");
    expect(await main(lead)).toContain("Delegated: Day to day work; not the budget or the yearly report.");
    await expectAccessible(lead, "people-delegated");

    const own = partnership.seats[seatOfDelegate];
    if (!own) throw new Error("no seat");
    await lead.locator(`a[href$="/propose"]`).filter({ hasText: `for Chief Executive, ${own.organisation}` }).click();
    expect(await main(lead)).toContain("is shown as “to be confirmed by the new lead” until they confirm it");
    await expectAccessible(lead, "propose-lead");
    await lead.getByLabel("Full name").fill("Bea Thornton");
    const email = `bea@${partnership.slug}.example`;
    await lead.getByLabel("Work e-mail address").fill(email);
    await lead.getByLabel("No", { exact: true }).check();
    await fillDate(lead, "startsOn", ["5", "10", "2026"]);
    await lead.getByLabel("Why", { exact: true }).fill("I retire.");
    await press(lead, "Propose");
    await follow(lead, /^Agree for /);
    await press(lead, /^Agree for /);
    expect(await main(lead)).toContain("1 of 2 so far");

    const other = await open(leadOf(partnership, 0), people);
    await follow(other, /^Agree or decline: Bea Thornton/);
    await follow(other, /^Agree for /);
    await press(other, /^Agree for /);
    expect(await main(other)).toContain("Agreed and appointed");
    expect((await lead.goto(people))?.status()).toBe(404);

    const reader = await open(null, `/partnerships/${partnership.slug}/people`);
    expect(await main(reader)).toContain("To be confirmed by the new lead");
    await expectAccessible(reader, "public-to-be-confirmed");
    const [bea] = await portal.database.sql<{ id: string }[]>`select person_id as id from access.accounts where email = ${email}`;
    const next = await open({ ...leadOf(partnership, 0), personId: bea?.id ?? "" }, people);
    await follow(next, /^Confirm what you delegate/);
    await expectAccessible(next, "delegation-confirm");
    await press(next, "Confirm and publish");
    expect(await main(next)).not.toContain("To be confirmed by the new lead");
    await reader.reload();
    expect(await main(reader)).not.toContain("To be confirmed by the new lead");

    await next.goto(`${people}/history?on=2025-01-01`);
    expect(await next.getByRole("table").first().innerText()).toContain(own.lead.name);
    expect(await next.getByRole("table").first().innerText()).not.toContain("Bea Thornton");
    await expectAccessible(next, "history");
  });

  test("a chair who is no delegate needs a reason, which the public reads; a lead declines; the proposer withdraws", async () => {
    const partnership = await addPublicPartnership(portal.database, "cedardown");
    const people = `/portal/${partnership.slug}/people`;
    const manager = await open(partnership.businessManager, people);
    expect(await main(manager)).toContain("Warning: The chair is not one of the delegated safeguarding partners, and no reason is recorded.");
    const propose = async (withReason: boolean) => {
      await manager.goto(people);
      await follow(manager, /^Propose a successor for Partnership chair/);
      await manager.getByLabel("Somebody else: an independent chair").check();
      await manager.getByLabel("Full name").fill("Dee Marlowe");
      await manager.getByLabel("Work e-mail address").fill(`dee@${partnership.slug}.example`);
      if (withReason) await manager.getByLabel("Why not one of the delegated partners").fill("All three delegates are new this year.");
      await fillDate(manager, "startsOn", ["5", "10", "2026"]);
      await fillDate(manager, "reviewOn", ["5", "10", "2027"]);
      await manager.getByLabel("Why", { exact: true }).fill("As the leads discussed.");
      await press(manager, "Propose");
    };
    await propose(false);
    expect(await manager.getByRole("alert").innerText()).toContain("Give the reason for an independent chair: it is published");
    await expectAccessible(manager, "propose-chair-errors");
    await propose(true);
    await follow(manager, "Withdraw this proposal");
    await expectAccessible(manager, "withdraw");
    await press(manager, "Withdraw");
    expect(await main(manager)).toContain("Withdrawn");
    await propose(true);
    const proposal = new URL(manager.url()).pathname;
    const lead = await open(leadOf(partnership, 1), proposal);
    await follow(lead, "Decline, with a reason");
    await expectAccessible(lead, "decline");
    await press(lead, "Decline");
    expect(await lead.getByRole("alert").innerText()).toContain("Say why you decline, or what must change");
    await lead.getByLabel("Your reason, or what must change").fill("Ask the delegates first.");
    await press(lead, "Decline");
    expect(await main(lead)).toContain("Ask the delegates first.");
    await expectAccessible(lead, "proposal-declined");
    await propose(true);
    const second = new URL(manager.url()).pathname;
    for (const at of [0, 1, 2]) {
      const each = await open(leadOf(partnership, at), second);
      await follow(each, /^Agree for /);
      await press(each, /^Agree for /);
    }
    const reader = await open(null, `/partnerships/${partnership.slug}`);
    expect(await main(reader)).toContain("Independent chair: not one of the delegated partners. All three delegates are new this year.");
    await expectAccessible(reader, "public-independent-chair");
    await manager.goto(`${people}/proposals`);
    expect(await main(manager)).toContain("Withdrawn");
    await expectAccessible(manager, "proposals");
  });

  test("a business manager names somebody who speaks for education; they see what needs them, and People", async () => {
    const partnership = await addPublicPartnership(portal.database, "elderdown");
    const people = `/portal/${partnership.slug}/people`;
    const manager = await open(partnership.businessManager, people);
    await press(manager, "Name a representative");
    await expectAccessible(manager, "representative");
    await press(manager, "Name them");
    expect(await manager.getByRole("alert").innerText()).toContain("Choose whom they represent");
    await manager.getByLabel("Education, at strategic level").check();
    await manager.getByLabel("Name of the agency or settings").fill("The secondary schools of Elder");
    await manager.getByLabel("Full name").fill("Fay Underwood");
    const email = `fay@${partnership.slug}.example`;
    await manager.getByLabel("Work e-mail address").fill(email);
    await manager.getByLabel("Title of the office").fill("Head teacher");
    await fillDate(manager, "startsOn", ["1", "9", "2026"]);
    await press(manager, "Name them");
    expect(await heading(manager)).toContain("Appointed");
    await manager.goto(people);
    expect(await main(manager)).toContain("Education, strategic: Head teacher");
    await expectAccessible(manager, "people-representative");
    const [fay] = await portal.database.sql<{ id: string }[]>`select person_id as id from access.accounts where email = ${email}`;
    const representative = await open({ ...partnership.businessManager, personId: fay?.id ?? "" }, "/portal");
    expect(new URL(representative.url()).pathname).toBe(`/portal/${partnership.slug}`);
    expect(await main(representative)).toContain("Nothing needs you.");
    await representative.goto(people);
    await expectAccessible(representative, "people-as-representative");
    expect((await representative.goto(`/portal/${partnership.slug}/arrangements`))?.status()).toBe(403);
  });

  test("a lead records when the chair is reviewed; the scrutineer declares interests", async () => {
    const partnership = await addPublicPartnership(portal.database, "ferndown");
    const people = `/portal/${partnership.slug}/people`;
    const lead = await open(leadOf(partnership, 0), people);
    await follow(lead, /^Record the next review/);
    await expectAccessible(lead, "terms-chair");
    await fillDate(lead, "reviewOn", ["1", "11", "2026"]);
    await press(lead, "Record and publish");
    expect(await main(lead)).toContain("Warning: The review of the chair is due in 27 days, on 1 November 2026.");
    await follow(lead, /^Record term, contract and interests/);
    await expectAccessible(lead, "terms-scrutineer");
    const scrutineer = await open(partnership.scrutineer, people);
    await follow(scrutineer, /^Declare your interests/);
    await scrutineer.getByLabel("Interests declared").fill("None declared");
    await press(scrutineer, "Record and publish");
    expect(await main(scrutineer)).toContain("Interests declared: None declared");
  });
});
