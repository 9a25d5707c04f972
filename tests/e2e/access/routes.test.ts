import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { permissionTable } from "#app/domain/access/rules.ts";
import type { Role } from "#app/domain/access/vocabulary.ts";
import { addArchiveEntry } from "#app/domain/archive/add-entry.server.ts";
import { removeArchiveEntry } from "#app/domain/archive/remove-entry.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { propose } from "#tests/support/agencies.ts";
import { addOwnActions } from "#tests/support/actions.ts";
import { addAssessmentRows, type AssessmentPlaces } from "#tests/support/assessment-rows.ts";
import { schoolSet } from "#tests/support/assessments.ts";
import { addReply } from "#tests/support/notices.ts";
import { addOrganisation, addPartnership, addPerson, addReadyDraft, addRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { listPagePaths, listRoutePaths } from "#tests/support/route-table.ts";
import { freezeDraft, signEverySeat } from "#tests/support/signing.ts";

import { addOwnChange, addRequest, addTakedowns } from "./agency-places.ts";
import { addDecisionPlaces } from "./decision-places.ts";
import { addMeetings } from "./meeting-places.ts";
import { addPriorities } from "./priority-places.ts";
import { openToAnybody, type RouteAccess, routePermissions } from "./route-permissions.ts";
import { type Seen, see, shownElsewhere, withScript } from "./scripts.ts";

type Visitor = { role: Role | "outsider" | "stranger"; person: TestPerson | null };

let portal: TestPortal;
let ours: TestPartnership;
let visitors: Visitor[];
let administrator: TestPerson;
let places: Record<string, string>;
let versionId = "";
const paths = (await listRoutePaths()).filter((path) => !openToAnybody.test(path));

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  ours = await addPartnership(sql, "alderwick");
  const theirs = await addPartnership(sql, "birchmere");
  administrator = await addPerson(sql, "Admin Aspen", { administrator: true });
  const lead = ours.seats[0]?.lead;
  const stranger = theirs.seats[0]?.lead;
  if (!lead || !stranger) throw new Error("no leads");
  visitors = [
    { role: "lsp", person: lead },
    { role: "dsp", person: ours.delegate },
    { role: "chair", person: ours.chair },
    { role: "business-manager", person: ours.businessManager },
    { role: "scrutineer", person: ours.scrutineer },
    { role: "agency-contact", person: await addRepresentative(sql, ours.id, "agency-contact") },
    { role: "education-representative", person: await addRepresentative(sql, ours.id, "education-representative") },
    { role: "administrator", person: administrator },
    { role: "outsider", person: stranger },
    { role: "stranger", person: null },
  ];
  places = await fillPlaces();
  await removeArchiveEntry(ours.chair.actor, { partnershipId: ours.id, entryId: places.removedEntry ?? "", reason: "It was added twice." }, submission());
});
afterAll(async () => {
  await portal.stop();
});

/** A real thing of ours for every parameter in the URL map, so that a refusal is about the person and not the address. */
async function fillPlaces(): Promise<Record<string, string>> {
  const { sql } = portal.database;
  const { documentId } = await addReadyDraft(sql, ours.id, ours.businessManager.personId);
  // A number that certainly is one: the detector's page exists only for what is found.
  const [section] = await sql<{ id: string }[]>`
    update portal.sections set body = body || ${identifier} where document_id = ${documentId} and position = (select min(position) from portal.sections where document_id = ${documentId}) returning id`;
  const [post] = await sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${ours.id} and role = 'dsp' and seat_id = ${ours.seats[0]?.id ?? ""}`;
  const [fingerprint] = await fingerprints(section?.id ?? "");
  const [wordImport] = await sql<{ id: string }[]>`
    insert into portal.word_imports (partnership_id, kind, file_name, file_sha256, reading, read_by)
    values (${ours.id}, 'arrangements', 'Arrangements.docx', ${"0".repeat(64)}, ${sql.json({ title: null, sections: [], losses: [] })}, ${ours.businessManager.personId}) returning id`;
  await sql`
    insert into portal.detector_overrides (document_id, partnership_id, fingerprint, kind, reason, proposed_by)
    values (${documentId}, ${ours.id}, ${fingerprint ?? ""}, 'nhs-number', 'An example from the guidance', ${ours.businessManager.personId})`;
  await fillOffices(sql);
  const comment = await fillComments(sql, documentId);
  // An edition to move to, and a body whose successor is known.
  await sql`insert into portal.guidance_editions (id, title, published, replaces, note, file_sha256) values ('working-together-2099', 'Working Together 2099', '2099-01', 'working-together-2026', '', ${"0".repeat(64)})`;
  const successor = await addOrganisation(sql, ours.seats[0]?.kind ?? "police", "Alderwick Successor");
  await sql`update portal.organisations set valid_to = access.today() + 30, successor_id = ${successor} where id = (select organisation_id from portal.seats where id = ${ours.seats[0]?.id ?? ""})`;
  const [area] = await sql<{ code: string }[]>`select o.code from portal.partnership_areas a join portal.organisations o on o.id = a.organisation_id where a.partnership_id = ${ours.id}`;
  return {
    partnership: ours.slug,
    document: "arrangements",
    entry: await addEntry(),
    removedEntry: await addEntry(),
    slug: ours.slug,
    number: "1",
    seat: ours.seats[0]?.id ?? "",
    section: section?.id ?? "",
    item: "custody-residential",
    post: post?.id ?? "",
    appointment: ours.seats[0]?.leadAppointmentId ?? "",
    person: ours.businessManager.personId,
    fingerprint: fingerprint ?? "",
    edition: "working-together-2099",
    import: wordImport?.id ?? "",
    comment,
    field: "change-note",
    area: area?.code ?? "",
    list: "successors",
    year: "2026-27",
    lines: "spending",
    line: await addSpending(sql),
    ...(await addDecisionPlaces(ours)),
    request: await addRequest(sql, ours, speakers()),
    agency: await addSpeakingBody(sql),
    representative: await one(sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${ours.id} and role = 'education-representative'`),
    reply: await addReply(portal.database, ours),
    ...(await addTakedowns(ours)),
    file: await addFundingFile(sql),
    register: await addRegisterFile(sql),
    ...(await addOwnChange(sql, ours, speakers())),
    ...(await addAssessments(sql)),
    ...(await addMeetings(sql, ours)), meetingKind: "leads", ...(await addPriorities(ours)),
    source: "own", measured: "gias",
    shared: await addShared(sql),
    session: "00000000-0000-4000-8000-000000000000",
  };
}

const one = async (rows: Promise<{ id: string }[]>) => (await rows)[0]?.id ?? "";

let assessments: AssessmentPlaces;
let ownActions: Record<string, string>;

/** A round of an agency for which both our representatives speak, with everything in every state. */
async function addAssessments(sql: TestPortal["database"]["sql"]): Promise<Record<string, string>> {
  const post = (role: string) => one(sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${ours.id} and role = ${role} limit 1`);
  assessments = await addAssessmentRows(sql, ours, { representativePostId: await post("agency-contact"), deputyPostId: await post("education-representative") });
  ownActions = await addOwnActions(sql, ours.id);
  return { set: schoolSet, round: assessments.round, return: assessments.open, standard: "policy", challenge: assessments.asked, action: assessments.openAction };
}

/** Where a return must be submitted, a challenge answered, an action proposed or one's own before the page is there. */
function assessmentAt(path: string, person: TestPerson | null): Record<string, string> {
  if (/standards\/:standard\/\w|returns\/:return\/sample/.test(path)) return { return: assessments.submitted };
  if (/challenges\/:challenge\/(ask|accept)/.test(path)) return { challenge: assessments.answered };
  if (/actions\/:action\/(progress|propose)/.test(path)) return { action: ownActions[person?.personId ?? ""] ?? assessments.openAction };
  return /actions\/:action\/(close|more)/.test(path) ? { action: assessments.proposedAction } : {};
}

/** An agency that speaks for another. */
async function addSpeakingBody(sql: TestPortal["database"]["sql"]): Promise<string> {
  const [body, member] = [await propose(ours), await propose(ours, { legalName: "Otter Brook School" })];
  await sql`insert into portal.representative_bodies (membership_id, partnership_id, role, since) values (${body}, ${ours.id}, 'It speaks for schools', '2026-01-01')`;
  await sql`insert into portal.body_members (partnership_id, body_id, member_id, starts_on) values (${ours.id}, ${body}, ${member}, '2026-01-01')`;
  return body;
}

async function addEntry(): Promise<string> {
  const details = { kind: "yearly-report" as const, title: "Yearly report 2023 to 2024", periodFrom: "2023-04-01", periodTo: "2024-03-31", publishedOn: null, link: "https://www.example.org/report" };
  const outcome = await addArchiveEntry(ours.businessManager.actor, { partnershipId: ours.id, details, file: null, looked: false }, submission());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.entryId;
}

/** A line of spending in a year that is open. */
async function addSpending(sql: TestPortal["database"]["sql"]): Promise<string> {
  await sql`insert into portal.funding_years (partnership_id, year) values (${ours.id}, '2026-27')`;
  const [line] = await sql<{ id: string }[]>`insert into portal.spending (partnership_id, year, category, description, pence) values (${ours.id}, '2026-27', 'staffing', 'The team', 100000) returning id`;
  return line?.id ?? "";
}

/** Our representatives. */
function speakers(): TestPerson[] {
  return visitors.flatMap(({ role, person }) => (person && (role === "agency-contact" || role === "education-representative") ? [person] : []));
}

/** A file of spending that was read and not taken in. */
async function addFundingFile(sql: TestPortal["database"]["sql"]): Promise<string> {
  const [file] = await sql<{ id: string }[]>`
    insert into portal.funding_imports (partnership_id, year, list, file_name, file_sha256, removes_missing, rows, uploaded_by)
    values (${ours.id}, '2026-27', 'spending', 'spending.csv', ${"0".repeat(64)}, false, '[]', ${ours.businessManager.personId}) returning id`;
  return file?.id ?? "";
}

/** A file of the register that was read and not taken in. */
async function addRegisterFile(sql: TestPortal["database"]["sql"]): Promise<string> {
  const counts = { rows: 0, outsideArea: 0, notOpen: 0, skipped: 0, duplicates: 0, errors: 0, absent: [] };
  const [file] = await sql<{ id: string }[]>`
    insert into portal.register_imports (partnership_id, source, file_name, file_sha256, counts, rows, errors, uploaded_by)
    values (${ours.id}, 'own', 'agencies.csv', ${"0".repeat(64)}, ${sql.json(counts)}, '[]', ${sql.json({ errors: [], refusedRows: [] })}, ${ours.businessManager.personId}) returning id`;
  return file?.id ?? "";
}

/** One payer's amount of which we are the host and have the only part. */
async function addShared(sql: TestPortal["database"]["sql"]): Promise<string> {
  const [part] = await sql<{ id: string }[]>`
    with shared as (
      insert into portal.shared_contributions (partnership_id, year, contributor, sector, pence, method, recorded_by)
      values (${ours.id}, '2026-27', 'Alderwick Police', 'police', 100000, 'flat', ${ours.businessManager.personId}) returning id, partnership_id, pence)
    insert into portal.shared_parts (shared_id, host_id, partnership_id, weight, pence) select id, partnership_id, partnership_id, 100, pence from shared returning shared_id as id`;
  return part?.id ?? "";
}

/** A comment to which everybody who may comment has said something: correcting is for one's own words. */
async function fillComments(sql: TestPortal["database"]["sql"], documentId: string): Promise<string> {
  const [comment] = await sql<{ id: string }[]>`
    insert into portal.comments (partnership_id, document_id, section_id, section_revision, opened_by)
    select ${ours.id}, document_id, id, revision, ${ours.businessManager.personId} from portal.sections where document_id = ${documentId} limit 1 returning id`;
  const people = visitors.flatMap(({ role, person }) => (person && permissionTable.comment.includes(role as Role) ? [person] : []));
  for (const [index, person] of people.entries()) {
    await sql`insert into portal.remarks (partnership_id, comment_id, number, text, said_by) values (${ours.id}, ${comment?.id ?? ""}, ${index + 1}, 'Say more', ${person.personId})`;
  }
  return comment?.id ?? "";
}

async function fingerprints(sectionId: string): Promise<string[]> {
  const response = await send("GET", `/portal/${ours.slug}/arrangements/readiness`, ours.businessManager);
  const html = await response.text();
  expect(html).toContain(sectionId);
  return [...html.matchAll(/identifiers\/([^"/]+)/g)].map((match) => decodeURIComponent(match[1] ?? ""));
}

/** Places that depend on who asks or on what is done there. */
const offices = { chairPost: "", delegateOfLead: "", scrutineerAppointment: "", proposedByManager: "", proposedByLead: "" };

async function fillOffices(sql: TestPortal["database"]["sql"]): Promise<void> {
  const [seat] = ours.seats;
  if (!seat) throw new Error("no seat");
  const post = (role: string) => one(sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${ours.id} and role = ${role} order by seat_id = ${seat.id} desc limit 1`);
  const propose = async (kind: string, role: string, by: TestPerson) => one(sql<{ id: string }[]>`
    insert into portal.proposals (partnership_id, kind, rule, post_id, seat_id, required_seats, data, reason, proposed_by)
    values (${ours.id}, ${kind}, ${kind === "appoint-lead" ? "own-body-and-another" : "every-lead"}, ${await post(role)}, ${kind === "appoint-lead" ? seat.id : null}, ${ours.seats.map((each) => each.id)}, '{}', 'A change', ${by.personId}) returning id`);
  offices.chairPost = await post("chair");
  const delegate = await addPerson(sql, "Delegate Aspen");
  offices.delegateOfLead = await one(sql<{ id: string }[]>`
    insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on)
    values (${ours.id}, ${await post("dsp")}, 'dsp', ${seat.id}, ${seat.kind}, ${delegate.personId}, '2024-04-01') returning id`);
  offices.scrutineerAppointment = await one(sql<{ id: string }[]>`select id from portal.appointments where person_id = ${ours.scrutineer.personId}`);
  offices.proposedByManager = await propose("appoint-scrutineer", "scrutineer", ours.businessManager);
  offices.proposedByLead = await propose("appoint-lead", "lsp", seat.lead);
}

/** What a path means for whoever asks, where its parameters say too little: withdrawing is for one's own proposal. */
function officeAt(path: string, person: TestPerson | null): Record<string, string> {
  return {
    proposal: person?.personId === ours.seats[0]?.lead.personId ? offices.proposedByLead : offices.proposedByManager,
    ...(path.includes("/earlier-documents/:entry/erase") ? { entry: places.removedEntry ?? "" } : {}),
    ...(path.endsWith("/takedowns/:takedown/erase/confirm") ? { takedown: places.proposedTakedown ?? "" } : {}),
    ...(path.endsWith("/propose") ? { post: offices.chairPost } : {}),
    ...(path.endsWith("/delegation") ? { appointment: offices.delegateOfLead } : {}),
    ...assessmentAt(path, person),
    ...(/\/priorities\/:priority\/(edit|agree)$/.test(path) ? { priority: places.draftPriority ?? "" } : {}),
    ...(path.includes("/your-agency/") ? { agency: places.ownAgency ?? "" } : {}),
    ...(/meetings\/:meeting\/(accept|decline)$/.test(path) ? { meeting: places.proposedMeeting ?? "" } : {}),
    ...(path.endsWith("meetings/:meeting/approve") ? { meeting: places.heldMeeting ?? "" } : {}),
    ...(path.endsWith("/terms") ? { appointment: offices.scrutineerAppointment } : {}),
  };
}

/** `:appointment` is one's own where there is one: ending somebody else's is another refusal. */
async function fill(path: string, person: TestPerson | null): Promise<string> {
  const { sql } = portal.database;
  const office = officeAt(path, person);
  const [own] = path.includes(":appointment") && person
    ? await sql<{ id: string }[]>`select id from portal.appointments where person_id = ${person.personId} and partnership_id = ${ours.id}`
    : [];
  const [remark] = path.includes(":remark")
    ? await sql<{ id: string }[]>`select id from portal.remarks where partnership_id = ${ours.id} order by (said_by = ${person?.personId ?? places.person ?? ""}) desc limit 1`
    : [];
  return path.replace(/:(\w+)/g, (_written, name: string) => {
    const value = name === "remark" ? remark?.id : (office[name] ?? (name === "appointment" && own ? own.id : places[name]));
    if (value === undefined) throw new Error(`no place for :${name} in ${path}: teach fillPlaces`);
    return encodeURIComponent(value);
  });
}

const tokens = new Map<string, string>();

async function send(method: "GET" | "POST", path: string, person: TestPerson | null): Promise<Response> {
  const headers: Record<string, string> = { origin: portal.origin, "sec-fetch-site": "same-origin" };
  if (person) headers.cookie = `session=${await tokenOf(person)}`;
  if (method === "POST") headers["content-type"] = "application/x-www-form-urlencoded";
  return fetch(portal.origin + path, { method, headers, redirect: "manual", ...(method === "POST" ? { body: "" } : {}) });
}

async function tokenOf({ personId }: TestPerson): Promise<string> {
  const kept = tokens.get(personId);
  if (kept) return kept;
  const { token } = await addSession(portal.database.sql, personId);
  tokens.set(personId, token);
  return token;
}

function may(role: Visitor["role"], needed: RouteAccess["open"] | RouteAccess["send"]): boolean {
  if (role === "stranger") return false;
  if (needed === "signed-in") return true;
  if (needed === "administrator") return role === "administrator";
  if (role === "outsider" || needed === "nobody") return false;
  return permissionTable[needed].includes(role);
}

async function entries(): Promise<number> {
  const [row] = await portal.database.sql<{ count: number }[]>`select count(*)::int as count from ledger.entries`;
  return row?.count ?? -1;
}

const seen: Seen = { shown: new Set(), scripts: {} };

/** What this visitor gets must be what the table says; anything else is described. */
async function visit(method: "GET" | "POST", path: string, { role, person }: Visitor): Promise<string | null> {
  const access = routePermissions[path];
  if (!access) return `${path} is not in route-permissions.ts`;
  const needed = method === "GET" ? access.open : access.send;
  const response = await send(method, await fill(path, person), person);
  const { status, headers } = response;
  await see(seen, path, response);
  const to = headers.get("location") ?? "";
  const got = `${method} ${path} as ${role}: ${String(status)} ${to}`;
  if (status >= 500) return got;
  if (role === "stranger") return status === 405 || (status >= 300 && status < 400 && to.startsWith("/sign-in")) ? null : got;
  if (needed === "nobody") return status >= 400 ? null : got;
  if (may(role, needed)) return [401, 403].includes(status) || (status === 404 && !missingBefore.has(path)) ? got : null;
  const hidden = role === "outsider" || (role === "administrator" && needed !== "administrator") || needed === "administrator";
  return status === 405 || status === 404 || (!hidden && status === 403) ? null : got;
}

/** Pages of a version that is not there yet, or of a state not reached: a 404 to everybody. */
const missingBefore = new Set<string>();

describe("every route × every role × another partnership", () => {
  test("the table names every signed-in address, and none that is gone", () => {
    expect(Object.keys(routePermissions).sort()).toEqual(paths);
  });

  test("an unknown kind of document is nowhere, for anybody", async () => {
    for (const path of paths.filter((each) => each.includes(":document"))) {
      const address = (await fill(path, null)).replace("/arrangements", "/scrutiny-plans");
      for (const visitor of visitors) {
        for (const method of ["GET", "POST"] as const) {
          const { status } = await send(method, address, visitor.person);
          expect([404, 405], `${method} ${address} as ${visitor.role}`).toContain(status);
        }
      }
    }
  });

  test.each([
    { state: "before anything was frozen", prepare: async () => undefined, missing: /versions\/:number/ },
    { state: "while a version awaits signatures", prepare: () => freeze(), missing: /erase|withdraw|take-down|signed|correct|schedule|notify/ },
    { state: "when it is approved", prepare: () => signEverySeat(ours, versionId), missing: /erase|withdraw|take-down|correct|notify/ },
    { state: "when it is published", prepare: () => publish(), missing: /erase|correct|schedule/ },
    { state: "when it is withdrawn", prepare: () => withdraw(), missing: /erase|schedule|notify/ },
    { state: "when it is taken down", prepare: () => takeDown(), missing: /correct|schedule|notify/ },
  ])("$state", { timeout: 240_000 }, async ({ prepare, missing }) => {
    await prepare();
    tokens.clear();
    missingBefore.clear();
    for (const path of paths.filter((each) => missing.test(each))) missingBefore.add(path);
    const before = await entries();
    const wrong: string[] = [];
    // What does not name a version is the same in every state of one.
    for (const path of paths.filter((each) => versionId === "" || each.includes("versions/:number"))) {
      for (const method of ["GET", "POST"] as const) {
        const found = await Promise.all(visitors.map((visitor) => visit(method, path, visitor)));
        wrong.push(...found.filter((each) => each !== null));
      }
    }
    expect(wrong).toEqual([]);
    expect(await entries(), "an empty form changed something").toBe(before);
  });

  test("every page was shown, and none with a script but the editor of a section", async () => {
    const pages = (await listPagePaths()).filter((path) => paths.includes(path));
    expect(pages.filter((path) => !seen.shown.has(path))).toEqual(shownElsewhere);
    expect(seen.scripts).toEqual(withScript);
  });
});

const identifier = " 943 476 5919";

/** A certain identifier blocks freezing, so it leaves the draft for as long as that takes. */
async function freeze(): Promise<void> {
  const { sql } = portal.database;
  await sql`update portal.sections set body = replace(body, ${identifier}, '') where id = ${places.section ?? ""}`;
  versionId = (await freezeDraft(sql, ours)).versionId;
  await sql`update portal.sections set body = body || ${identifier} where id = ${places.section ?? ""}`;
}

async function publish(): Promise<void> {
  const outcome = await publishVersion(ours.chair.actor, { partnershipId: ours.id, versionId }, submission());
  expect(outcome.ok).toBe(true);
}

async function withdraw(): Promise<void> {
  const outcome = await withdrawVersion(ours.chair.actor, { partnershipId: ours.id, versionId, reason: "Replaced by a shorter text." }, submission());
  expect(outcome.ok).toBe(true);
}

async function takeDown(): Promise<void> {
  const outcome = await takeDownVersion(ours.chair.actor, { partnershipId: ours.id, versionId, reason: "Somebody could be identified." }, submission());
  expect(outcome.ok).toBe(true);
}
