import type { Browser, Page } from "playwright-core";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findAgency } from "#app/domain/agencies/queries.server.ts";
import { addMembers } from "#app/domain/agencies/voice/change-members.server.ts";
import { recordBody } from "#app/domain/agencies/voice/record-body.server.ts";
import { recordRepresentation } from "#app/domain/agencies/voice/record-representation.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { nameOne } from "#tests/support/agencies.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { need } from "#tests/support/funding.ts";
import { flash, follow, main } from "#tests/support/on-page.ts";
import { addPartnership, addReadyDraft, addRepresentative, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { publishDraft, republishDirectory } from "#tests/support/publication.ts";
import { listRoutePaths } from "#tests/support/route-table.ts";
import { signedInPage } from "#tests/support/signing.ts";

import { openToAnybody } from "../access/route-permissions.ts";

/** A refuge that two partnerships name: its name leaves everything that anybody can read, and comes back when it may. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let theirs: TestPartnership;
let manager: Page;
let reader: Page;
let membershipId: string;
let agencyId: string;

const register = "/portal/alderwick/agencies";
const list = "/partnerships/alderwick/agencies";
const legalName = "Quillfeather House";
/** Everything that would tell which it is: its name, numbers, parent, place, people, addresses, and why it is withheld. */
const tellingWords = ["Quillfeather", "8123456", "987654", "QFH77", "Mothwing", "QZ9", "Larkspur", "refuge-mornings", "Zennor", "violence"];

async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  await portal.database.setClock("2026-11-28T09:00:00Z");
  ours = await addPartnership(sql, "alderwick");
  theirs = await addPartnership(sql, "birchmere");
  const numbers = { charityNumber: "8123456", urn: 987_654, organisationCode: "QFH77" };
  const postId = await addContact();
  membershipId = await nameOne(ours, { legalName, ...numbers, parent: "Mothwing Trust", phase: "Zennor phase", establishment: "Zennor refuge" }, { category: "charity", inclusion: "voluntary", reason: "It shelters families in Larkspur Road, QZ9 7XY.", howWeWork: "It holds refuge-mornings with us.", contactEmail: "office@quillfeather.example", audits: ["section-11"], representativePostId: postId });
  agencyId = (await findAgency(ours.chair.actor, ours.id, membershipId))?.agencyId ?? "";
  const school = await nameOne(ours, { legalName: "Otter Brook School", parent: legalName }, { reason: "Children who live at Quillfeather House go there." });
  await nameOne(theirs, { legalName: "Anything", ...numbers }, { category: "charity", inclusion: "voluntary", reason: "It shelters families in Larkspur Road." });
  need(await recordBody(ours.chair.actor, { partnershipId: ours.id, membershipId, revision: 0, body: { role: "It speaks for Larkspur families.", since: "2026-01-01", until: null, outsideCount: null, outsideSource: null, outsideOn: null } }, submission()));
  need(await addMembers(ours.chair.actor, { partnershipId: ours.id, bodyId: membershipId, members: [school], since: "2026-09-01" }, submission()));
  for (const partnership of [ours, theirs]) await republishDirectory(partnership);
  const { documentId } = await addReadyDraft(sql, ours.id, ours.businessManager.personId);
  await sql`update portal.sections set body = ${"We name these.\n\n{{relevant-agencies}}"} where document_id = ${documentId} and position = 1`;
  await publishDraft(portal.database, ours);
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
  reader = await (await browser.newContext({ baseURL: portal.origin })).newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** Somebody of the refuge who speaks for the voluntary sector: the name is in their post, and in how they were chosen. */
async function addContact(): Promise<string> {
  const { sql } = portal.database;
  const contact = await addRepresentative(sql, ours.id, "agency-contact");
  const [held] = await sql<{ id: string; post: string }[]>`select id, post_id as post from portal.appointments where person_id = ${contact.personId}`;
  const postId = held?.post ?? "";
  await sql`update portal.posts set body = ${legalName}, office = 'Manager in Larkspur Road' where id = ${postId}`;
  need(await recordRepresentation(ours.chair.actor, { partnershipId: ours.id, postId, appointmentId: held?.id ?? "", revision: 0, representation: { chosenBy: "trust", chosenOn: "2026-06-03", how: "The trustees of Quillfeather House chose.", speaksFor: ["voluntary"], until: null } }, submission()));
  return postId;
}

/** Every address that anybody may ask, in both partnerships and every version, with what leads to it in place of its parameters. */
async function publicAddresses(): Promise<string[]> {
  const versions = await portal.database.sql<{ number: number; sha256: string }[]>`select number, content_sha256 as sha256 from portal.versions where published_at is not null order by number`;
  const numbers = versions.map(({ number }) => String(number));
  const values: Record<string, string[]> = { slug: ["alderwick", "birchmere"], document: ["arrangements"], number: numbers, before: numbers, after: numbers, sha256: versions.map(({ sha256 }) => sha256), agency: [agencyId], year: ["2026-27"], table: ["spending"], edition: ["working-together-2026"], entry: [agencyId] };
  const paths = (await listRoutePaths()).filter((path) => openToAnybody.test(path) && !/:token|sign-|\/demo/.test(path));
  const filled = paths.flatMap((path) => [...path.matchAll(/:(\w+)/g)].reduce((made, [written, name = ""]) => made.flatMap((each) => (values[name] ?? []).map((value) => each.replace(written, value))), [path]));
  const narrowed = [".csv", ".json"].flatMap((format) => ["q=Quillfeather", "sector=voluntary", "category=charity"].map((query) => `${list}${format}?${query}`));
  return [...filled, ...narrowed, `${list}?sector=voluntary`, `${list}?category=charity`, "/partnerships/alderwick/people?on=2026-11-28", "/partnerships/alderwick/people?on=2026-09-10"];
}

/** Which of these addresses says what would tell. */
async function tellingAddresses(): Promise<string[]> {
  const found: string[] = [];
  for (const address of await publicAddresses()) {
    const answer = await fetch(portal.origin + address);
    expect([address, [200, 304, 404, 410].includes(answer.status)]).toEqual([address, true]);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const words = answer.headers.get("content-type")?.includes("pdf") ? (await extractText(bytes, { mergePages: true })).text : Buffer.from(bytes).toString("utf8");
    const told = [...tellingWords, agencyId].filter((word) => words.toLowerCase().includes(word.toLowerCase()));
    if (told.length > 0) found.push(`${address}: ${told.join(", ")}`);
  }
  return found;
}

describe("a refuge", () => {
  test("is told of everywhere before its name is withheld, so that finding nothing afterwards means something", async () => {
    const told = (await tellingAddresses()).map((line) => line.slice(0, line.indexOf(":")));
    for (const address of [list, `${list}.csv`, `${list}.json`, `/agencies/${agencyId}`, "/partnerships/birchmere/agencies", "/partnerships/birchmere/agencies.json", "/partnerships/alderwick/people", "/partnerships/alderwick/people.json", "/partnerships/alderwick/arrangements", "/partnerships/alderwick/arrangements/versions/1.pdf", "/partnerships/alderwick/arrangements/versions/1.json"]) expect(told).toContain(address);
  });

  test("has its name withheld by somebody who reads first what that does, and what it does not take back", async () => {
    await manager.goto(`${register}/${membershipId}`);
    await follow(manager, "Withhold its name from the public, for safety");
    const page = await main(manager);
    expect(page).toMatch(/What the public will read[\s\S]*Name withheld for safety\s+Charity, by agreement[\s\S]*What the public will not read[\s\S]*a page of its own/);
    expect(page).toMatch(/What this does not take back[\s\S]*Lists that name it were public until today[\s\S]*Arrangements, version 1 names it, and what was signed is never changed[\s\S]*What the list says of Otter Brook School mentions it/);
    await expectAccessible(manager, "agency-withhold");
    await press(manager, "Withhold its name");
    expect(await manager.getByRole("alert").innerText()).toContain("Say why the name must not be public");
    await expectAccessible(manager, "agency-withhold-errors");
    await manager.getByLabel("Why its name must not be public").fill("Women who fled violence live there.");
    await press(manager, "Withhold its name");
    expect(await flash(manager)).toContain("The name is withheld from the public. The list is published again without it.");
    expect(await main(manager)).toMatch(/Name withheld from the public since 28 November 2026\.[\s\S]*Women who fled violence live there\./);
    await expectAccessible(manager, "agency-name-withheld");
    await manager.goto(`${register}?attention=withheld`);
    expect(await main(manager)).toMatch(/1 agency[\s\S]*Quillfeather House[\s\S]*Name withheld/i);
    await expectAccessible(manager, "agencies-register-name-withheld");
  });

  test("is listed by its category only, and found by nothing but that", async () => {
    await reader.goto(list);
    expect(await main(reader)).toMatch(/2 relevant agencies are named[\s\S]*One of them is listed without its name, to keep people safe\.[\s\S]*Name withheld for safety[\s\S]*Charity/);
    await expectAccessible(reader, "agencies-public-name-withheld");
    for (const words of [legalName, "8123456", "Mothwing", "Larkspur"]) {
      await reader.goto(`${list}?q=${encodeURIComponent(words)}`);
      expect(await main(reader)).toContain("0 agencies found");
    }
    await reader.goto(`${list}?q=charity`);
    expect(await main(reader)).toContain("1 agency found");
    await reader.goto(`/search?q=${encodeURIComponent(legalName)}`);
    // The words that were asked for are on the page; the arrangements that were signed before still answer to them.
    expect(await reader.getByRole("main").getByRole("link").allInnerTexts()).not.toContain(legalName);
    const [withheld, unknown] = await Promise.all([agencyId, "00000000-0000-4000-8000-000000000000"].map((id) => fetch(`${portal.origin}/agencies/${id}`)));
    expect([withheld?.status, unknown?.status]).toEqual([404, 404]);
    await reader.goto("/partnerships/alderwick/updates");
    expect(await main(reader)).toContain("Relevant agencies: a detail changed");
  });

  test("is in no address that anybody can ask, in either partnership, but in the version that was signed before", async () => {
    const told = await tellingAddresses();
    expect(told.filter((line) => !/\/(arrangements|verify)/.test(line))).toEqual([]);
    expect(told).not.toEqual([]);
  });

  test("is in none at all once that version is taken down and the next is published", async () => {
    const [version] = await portal.database.sql<{ id: string }[]>`select id from portal.versions where number = 1`;
    need(await takeDownVersion(ours.chair.actor, { partnershipId: ours.id, versionId: version?.id ?? "", reason: "It showed what puts people at risk." }, submission()));
    await portal.database.sql`update portal.documents set revision = revision + 1, change_note = 'Names are withheld.' where partnership_id = ${ours.id}`;
    await publishDraft(portal.database, ours);
    expect(await tellingAddresses()).toEqual([]);
    await reader.goto("/partnerships/alderwick/arrangements");
    expect(await main(reader)).toContain("An agency whose name is withheld for safety");
    await reader.goto(`/search?q=${encodeURIComponent(legalName)}`);
    expect(await main(reader)).toMatch(/nothing|no /i);
  });

  test("is public again when somebody says why, and that the agency was asked; the other partnership had no say in which it was", async () => {
    const neighbour = await signedInPage(browser, portal.origin, theirs.businessManager);
    const [there] = await portal.database.sql<{ id: string }[]>`select id from portal.agency_memberships where partnership_id = ${theirs.id}`;
    await neighbour.goto(`/portal/birchmere/agencies/${there?.id ?? ""}`);
    expect(await main(neighbour)).toContain("Name withheld from the public by another partnership that works with it.");
    expect(await main(neighbour)).not.toMatch(/violence|alderwick/i);
    await expectAccessible(neighbour, "agency-name-withheld-elsewhere");
    await manager.goto(`${register}/${membershipId}`);
    await follow(manager, "Let the name be public again");
    await expectAccessible(manager, "agency-withhold-end");
    await manager.getByLabel("Why its name may be public again").fill("It moved, and nobody lives there now.");
    await press(manager, "Let its name be public");
    expect(await manager.getByRole("alert").innerText()).toContain("Ask the agency first, then tick the box");
    expect(await manager.getByLabel("Why its name may be public again").inputValue()).toContain("It moved");
    await expectAccessible(manager, "agency-withhold-end-errors");
    await manager.getByLabel("I asked the agency, and it agrees that its name is public").check();
    await press(manager, "Let its name be public");
    expect(await flash(manager)).toContain("This partnership withholds the name no longer. The list is published again with it.");
    expect(await main(manager)).toContain("It ended because: It moved, and nobody lives there now.");
    await expectAccessible(manager, "agency-withholding-ended");
    expect((await reader.goto(`/agencies/${agencyId}`))?.status()).toBe(200);
    await reader.goto("/partnerships/birchmere/agencies");
    expect(await main(reader)).toContain(legalName);
  });
});
