import { afterAll, beforeAll, expect, test } from "vitest";

import { sha256Hex } from "#app/auth/tokens.server.ts";
import { addArchiveEntry } from "#app/domain/archive/add-entry.server.ts";
import { proposeArchiveErasure } from "#app/domain/archive/erase-entry.server.ts";
import { removeArchiveEntry } from "#app/domain/archive/remove-entry.server.ts";
import { addYoungPeoplePage } from "#app/domain/documents/add-young-people-page.server.ts";
import { proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { unsubscribeToken } from "#app/domain/notifications/unsubscribe.server.ts";
import { confirmFactorReset } from "#app/domain/people/confirm-factor-reset.server.ts";
import { proposeFactorReset } from "#app/domain/people/propose-factor-reset.server.ts";
import { addAccount, addInvitation, secretPathSent, setPassword, testPassword } from "#tests/support/accounts.ts";
import { nameOne } from "#tests/support/agencies.ts";
import { addDraft, need } from "#tests/support/documents.ts";
import { publishBudget } from "#tests/support/funding.ts";
import { tokenOf } from "#tests/support/notices.ts";
import { addPerson, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishDraft } from "#tests/support/publication.ts";
import { listPagePaths, listRoutePaths } from "#tests/support/route-table.ts";
import { schedule } from "#tests/support/schedule.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";

import { addPriorities } from "./priority-places.ts";
import { openToAnybody } from "./route-permissions.ts";
import { scriptsIn, type Seen, see, shownElsewhere } from "./scripts.ts";

/**
 * The addresses that routes.test.ts leaves out: what anybody reads of a partnership that has published everything there
 * is, the ways to an account, and the signed-in pages that need more than it has.
 */

let portal: TestPortal;
let ours: TestPartnership;
const seen: Seen = { shown: new Set(), scripts: {} };
/** What the parameters of an address mean here. */
let places: Record<string, string>;
/** Where to ask instead, and with which cookie, for what its parameters alone do not lead to. */
let asked: Record<string, { at?: string; cookie?: string }>;
const versionIds: string[] = [];
const sql = () => portal.database.sql;
const reason = "Somebody could be identified.";

beforeAll(async () => {
  portal = await startPortal({ demo: true });
  await portal.database.setClock("2026-11-12T09:00:00Z");
  ours = await addPublicPartnership(portal.database, "alderwick");
  await addVersions();
  await nameOne(ours);
  await addDraft(sql(), ours, "threshold-document");
  await publishBudget(portal.database, ours, "2026-27");
  places = { ...(await findPlaces()), ...(await addPriorities(ours)), update: "1" };
  asked = { ...(await findSignedIn()), ...(await findSteps()), ...(await findTokens()) };
});
afterAll(async () => {
  await portal.stop();
});

/** Two versions that are published, the second with a page for young people, and a third that is to be. */
async function addVersions(): Promise<void> {
  const publishNext = async () => versionIds.push((await publishDraft(portal.database, ours)).versionId);
  await publishNext();
  need(await addYoungPeoplePage(ours.businessManager.actor, { partnershipId: ours.id, kind: "arrangements" }, submission()));
  await sql()`update portal.sections set body = 'You matter.' where partnership_id = ${ours.id} and audience = 'young-people'`;
  await publishNext();
  await changeDraft(sql(), ours.id, { position: 1, body: "Put otherwise.", note: "Put otherwise." });
  const { versionId } = await freezeDraft(sql(), ours);
  await signEverySeat(ours, versionId);
  await schedule(sql(), { partnership: ours, versionId }, new Date("2026-11-16T09:00:00Z"));
}

async function addEntry(): Promise<string> {
  const details = { kind: "yearly-report" as const, title: "Yearly report 2023 to 2024", periodFrom: "2023-04-01", periodTo: "2024-03-31", publishedOn: null, link: "https://www.example.org/report" };
  return need(await addArchiveEntry(ours.businessManager.actor, { partnershipId: ours.id, details, file: null, looked: false }, submission())).entryId;
}

async function findPlaces(): Promise<Record<string, string>> {
  const [version] = await sql()<{ sha256: string }[]>`select content_sha256 as sha256 from portal.versions where id = ${versionIds[1] ?? ""}`;
  const [agency] = await sql()<{ id: string }[]>`select agency_id as id from portal.agency_memberships`;
  return {
    slug: ours.slug,
    document: "arrangements",
    number: "2",
    before: "1",
    after: "2",
    sha256: version?.sha256 ?? "",
    entry: await addEntry(),
    year: "2026-27",
    table: "spending",
    agency: agency?.id ?? "",
    edition: "working-together-2026",
  };
}

/** The signed-in pages that come up only here. */
async function findSignedIn(): Promise<typeof asked> {
  const about = { partnershipId: ours.id, entryId: await addEntry() };
  need(await removeArchiveEntry(ours.chair.actor, { ...about, reason }, submission()));
  need(await proposeArchiveErasure(ours.chair.actor, about, submission()));
  const [line] = await sql()<{ id: string }[]>`select id from portal.contributions limit 1`;
  const cookie = `session=${ours.businessManager.token}`;
  const administrator = { cookie: `session=${(await addPerson(sql(), "Admin Aspen", { administrator: true })).token}` };
  const areas = "area=E06000005&icb=E54000050";
  const details = "name=Darlington+Partnership&slug=darlington&startsOn-day=1&startsOn-month=1&startsOn-year=2020&editionId=working-together-2023&adoptedOn-day=1&adoptedOn-month=2&adoptedOn-year=2024";
  return {
    "/admin/partnerships/new/health": { at: `/admin/partnerships/new/health?${areas}`, ...administrator },
    "/admin/partnerships/new/details": { at: `/admin/partnerships/new/details?${areas}`, ...administrator },
    "/admin/partnerships/new/check": { at: `/admin/partnerships/new/check?${areas}&${details}`, ...administrator },
    "/portal/:partnership/:document/pdf": { at: "/portal/alderwick/threshold-document/pdf", cookie },
    "/portal/:partnership/:document/versions/:number/erase/confirm": { at: "/portal/alderwick/arrangements/versions/1/erase/confirm", cookie },
    "/portal/:partnership/:document/versions/:number/unschedule": { at: "/portal/alderwick/arrangements/versions/3/unschedule", cookie },
    "/portal/:partnership/earlier-documents/:entry/erase/confirm": { at: `/portal/alderwick/earlier-documents/${about.entryId}/erase/confirm`, cookie },
    "/portal/:partnership/funding/:year/:lines/:line/vary": { at: `/portal/alderwick/funding/2026-27/contributions/${line?.id ?? ""}/vary`, cookie },
  };
}

/** The steps of signing in after the password, with and without a second factor. */
async function findSteps(): Promise<typeof asked> {
  await setDemo(false);
  const stepOf = async (name: string, secondFactor: boolean) => {
    const { email } = await addAccount(sql(), name, { secondFactor });
    const { headers } = await send("POST", "/sign-in", { body: new URLSearchParams({ email, password: testPassword }).toString() });
    return { cookie: headers.getSetCookie().map((each) => each.split(";")[0]).join("; ") };
  };
  const code = await stepOf("Ysolde Penhallow", true);
  return { "/sign-in/code": code, "/sign-in/recovery-code": code, "/sign-in/lost-phone": code, "/sign-in/second-factor": await stepOf("Zed Harker", false) };
}

/** What is sent by e-mail. */
async function findTokens(): Promise<typeof asked> {
  const { personId, email } = await setPassword(sql(), ours.delegate);
  const subject = { personId, partnershipId: ours.id };
  need(await proposeFactorReset(ours.businessManager.actor, { ...subject, howChecked: "Met her in the office today" }, submission()));
  need(await confirmFactorReset(ours.chair.actor, subject, submission()));
  await send("POST", "/sign-in/help", { body: new URLSearchParams({ email }).toString() });
  const token = unsubscribeToken(personId, "offices");
  await sql()`insert into portal.unsubscribe_links (id, person_id, topic) values (${sha256Hex(token)}, ${personId}, 'offices')`;
  const letter = `/acknowledge/${await tokenOf(portal.database, await nameOne(ours, { legalName: "Wren Lane School" }, { contactEmail: "office@wren.example" }))}`;
  const pathOf = async (kind: string) => ({ at: (await secretPathSent(sql(), personId, kind)) ?? "" });
  return {
    "/reset/:token": await pathOf("password-reset"),
    "/second-factor/:token": await pathOf("factor-reset-link"),
    "/invitations/:token": { at: `/invitations/${await addInvitation(sql(), ours.seats[0]?.leadAppointmentId ?? "")}` },
    "/unsubscribe/:token": { at: `/unsubscribe/${token}` },
    "/acknowledge/:token": { at: letter },
    "/acknowledge/:token/correct": { at: `${letter}/correct` },
    "/acknowledge/:token/not-us": { at: `${letter}/not-us` },
    "/acknowledge/:token/account": { at: `${letter}/account` },
  };
}

async function setDemo(demo: boolean): Promise<void> {
  await sql()`update access.installation set demo = ${demo}`;
}

function send(method: "GET" | "POST", at: string, { cookie, body = "" }: { cookie?: string; body?: string } = {}): Promise<Response> {
  const headers = { origin: portal.origin, "sec-fetch-site": "same-origin", ...(cookie ? { cookie } : {}), ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}) };
  return fetch(portal.origin + at, { method, headers, redirect: "manual", ...(method === "POST" ? { body } : {}) });
}

/** Asks for every address, and sends it an empty form. */
async function visit(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { at = path.replace(/:(\w+)/g, (_written, name: string) => places[name] ?? ""), cookie } = asked[path] ?? {};
    for (const method of ["GET", "POST"] as const) await see(seen, path, await send(method, at, { cookie }));
  }
}

test("no page for anybody is sent with a script, nor one that routes.test.ts leaves out", async () => {
  const paths = [...(await listRoutePaths()).filter((path) => openToAnybody.test(path)), ...shownElsewhere];
  await visit(paths);
  await setDemo(true);
  await visit(paths.filter((path) => path.startsWith("/demo")));
  await setDemo(false);
  const [first = "", second = ""] = versionIds;
  need(await takeDownVersion(ours.chair.actor, { partnershipId: ours.id, versionId: first, reason }, submission()));
  need(await proposeErasure(ours.chair.actor, { partnershipId: ours.id, versionId: first }, submission()));
  need(await withdrawVersion(ours.chair.actor, { partnershipId: ours.id, versionId: second, reason }, submission()));
  await visit(paths);
  expect((await listPagePaths()).filter((path) => paths.includes(path) && !seen.shown.has(path))).toEqual([]);
  expect(seen.scripts).toEqual({});
});

test("nor does the style sheet ask whether there is JavaScript", async () => {
  const home = await (await send("GET", "/")).text();
  const [sheet = ""] = home.match(/\/assets\/[\w-]+\.css/) ?? [];
  const { status, text } = await send("GET", sheet).then(async (response) => ({ status: response.status, text: await response.text() }));
  expect(status).toBe(200);
  expect(text).not.toMatch(/\(\s*scripting\b/);
});

test.each([
  ["a script", '<script type="module" src="/a.js"></script>', 1],
  ["one written in the page", "<p>Before</p><SCRIPT>a()</SCRIPT>", 1],
  ["what is for browsers without", "<noscript>Turn it on</noscript>", 1],
  ["a handler", '<button class="a" onclick="a()">Press</button>', 1],
  ["a handler right after a value", '<img alt="a > b"onerror=a()>', 1],
  ["an address that is a script", '<a href=" javascript:a()">Go</a>', 1],
  ["no data", '<script type="application/ld+json">{"@type":"Report"}</script>', 0],
  ["no words", '<p title="on = off, javascript: no">onward = x</p>', 0],
])("a page is found to hold %s", (_what, html, count) => {
  expect(scriptsIn(html)).toHaveLength(count);
});
