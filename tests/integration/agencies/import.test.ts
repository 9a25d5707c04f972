import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { proposeSettings } from "#app/domain/agencies/coverage/propose-settings.server.ts";
import { findGaps, getCoverage } from "#app/domain/agencies/coverage/queries.server.ts";
import { applyImport } from "#app/domain/agencies/import/apply-import.server.ts";
import { forgetImport } from "#app/domain/agencies/import/forget-import.server.ts";
import type { ImportPreview } from "#app/domain/agencies/import/import-view.ts";
import { keepImport } from "#app/domain/agencies/import/keep-import.server.ts";
import { findRegisterImport, getRegisterKeep, writeProblemsFile } from "#app/domain/agencies/import/queries.server.ts";
import { undoImport } from "#app/domain/agencies/import/undo-import.server.ts";
import { nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { getChoices, listAgencies } from "#app/domain/agencies/queries.server.ts";
import { toOwnCells } from "#app/domain/agencies/registers/own-cells.ts";
import { registerColumnNames, type RegisterSource } from "#app/domain/agencies/registers/vocabulary.ts";
import { withholdName } from "#app/domain/agencies/withholdings/withhold-name.server.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { findAgencyList } from "#app/domain/publication/agency-list.server.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { nameOne, propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { type Cells, giasText, ownText, readRows, settingsText } from "#tests/support/register-files.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let area: { code: string; name: string };
let made = 0;

const everything = { q: "", sector: null, status: null, attention: null };
const firstPages = { errors: 1, closed: 1, changed: 1, added: 1, attention: 1 };

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-07T09:00:00Z");
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
  const [first] = (await getChoices(ours.businessManager.actor, ours.id)).areas;
  if (!first) throw new Error("no area");
  area = first;
});

/** The URN of the `at`th school of this test alone. */
const urn = (at: number) => 200_000 + made * 1_000 + at;
const schools = (...cells: Cells[]) => giasText(cells.map((each, at) => ({ URN: String(urn(at)), "LA (name)": area.name, "GSSLACode (name)": area.code, ...each })));

async function keep(source: RegisterSource, text: string, who: TestPerson = ours.businessManager, sent = submission()) {
  const wanted = await getRegisterKeep(ours.businessManager.actor, ours.id, source);
  const read = await readRows(source, text, wanted, "edubasealldata20260901.csv");
  return keepImport(who.actor, { partnershipId: ours.id, source, fileName: "file.csv", fileSha256: "0".repeat(64), extractDate: null, read }, sent);
}

async function upload(source: RegisterSource, text: string): Promise<{ importId: string; preview: ImportPreview }> {
  const { importId } = need(await keep(source, text));
  return { importId, preview: await preview(importId) };
}

async function look(importId: string) {
  const found = await findRegisterImport(ours.businessManager.actor, { partnershipId: ours.id, importId }, firstPages);
  if (!found) throw new Error("no file");
  return found;
}

async function preview(importId: string): Promise<ImportPreview> {
  const { preview: shown } = await look(importId);
  if (!shown) throw new Error("no preview");
  return shown;
}

const take = (importId: string, { planSha256, groups }: ImportPreview, { categories = groups.map(({ category }) => category), who = ours.businessManager, sent = submission() } = {}) =>
  applyImport(who.actor, { partnershipId: ours.id, importId, planSha256, categories }, sent);
const undo = (importId: string, who: TestPerson = ours.businessManager) => undoImport(who.actor, { partnershipId: ours.id, importId }, submission());
const register = () => listAgencies(ours.businessManager.actor, ours.id, everything);
const agency = async (name: string) => (await register()).find(({ legalName }) => legalName === name);
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'agenc%' order by seq`).map((row) => row.type);

describe("a file of the register of schools", () => {
  test("proposes what is open in the area, names nothing, and keeps the day it was copied", async () => {
    const { importId, preview: shown } = await upload("gias", schools({}, { "TypeOfEstablishment (name)": "Academy converter", "Trusts (code)": "1234", "Trusts (name)": "Alder Trust" }, { "EstablishmentStatus (name)": "Closed" }, { "LA (code)": "998", "LA (name)": "Elsewhere", "GSSLACode (name)": "X09" }));
    expect(shown).toMatchObject({ groups: [{ category: "maintained-school", count: 1 }, { category: "academy-school", count: 1 }], added: { count: 2 }, unchanged: 0, blocked: false });
    expect(await look(importId)).toMatchObject({ extractDate: "2026-09-01", state: "waiting", counts: { rows: 4, notOpen: 1, outsideArea: 1 } });
    expect(await register()).toEqual([]);
    const sent = submission();
    const outcome = await take(importId, shown, { sent });
    expect(outcome).toEqual({ ok: true, value: { added: 2, changed: 0, closed: 0 } });
    expect(await take(importId, shown, { sent })).toEqual(outcome);
    expect((await register()).map(({ legalName, status, audits, parent, inclusion, urn: number }) => [legalName, status, audits, parent, inclusion, number])).toEqual([
      ["Alder School 0", "proposed", ["section-175"], null, "statutory", urn(0)],
      ["Alder School 1", "proposed", ["section-157"], "Alder Trust", "statutory", urn(1)],
    ]);
    expect(await ledger()).toEqual(["agencies.imported"]);
    expect(await look(importId)).toMatchObject({ state: "taken-in", preview: null, result: { added: 2, unchanged: 0, undone: null } });
    expect(await take(importId, shown)).toEqual({ ok: false, refusal: "import-over" });
  });

  test("of categories that were not ticked, nothing is proposed", async () => {
    const { importId, preview: shown } = await upload("gias", schools({}, { "TypeOfEstablishment (name)": "Other independent school" }));
    expect(await take(importId, shown, { categories: ["independent-school"] })).toMatchObject({ value: { added: 1 } });
    expect((await register()).map(({ legalName }) => legalName)).toEqual(["Alder School 1"]);
  });

  test("read again, it updates names and closures with before and after, and lists what only a person can decide", async () => {
    const first = await upload("gias", schools({}, {}, {}, {}, {}));
    need(await take(first.importId, first.preview));
    const named = (await register()).filter(({ urn: number }) => number === urn(0) || number === urn(4));
    need(await nameAgencies(ours.chair.actor, { partnershipId: ours.id, membershipIds: named.map(({ id }) => id), reasons: { "maintained-school": "Every school here." } }, submission()));
    const second = await upload("gias", schools({ EstablishmentName: "Alder School (Renamed)" }, { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026" }, { "LA (code)": "998", "LA (name)": "Elsewhere", "GSSLACode (name)": "X09" }, { "TypeOfEstablishment (name)": "Academy converter" }));
    expect(second.preview).toMatchObject({
      changed: { items: [{ name: "Alder School 0", fields: [{ label: "Legal name", before: "Alder School 0", after: "Alder School (Renamed)" }] }, { name: "Alder School 3", fields: [{ label: "Type", before: "Community school", after: "Academy converter" }] }] },
      closed: { items: [{ name: "Alder School 1", fields: [{ label: "Closed", before: "", after: "31 August 2026" }] }] },
      added: { count: 0 },
      unchanged: 1,
    });
    expect(second.preview.attention.items.map(({ name, what }) => [name, what])).toEqual([
      ["Alder School 1", "It is closed. Withdraw it, or see whether another body followed it"],
      ["Alder School 2", "It is outside the partnership’s area now: in Elsewhere. Withdraw it if it no longer works with you"],
      ["Alder School 3", expect.stringContaining("by the register it is “") as string],
      ["Alder School 4", `URN ${String(urn(4))} is not in the file. See whether the number is right and the body still there`],
    ]);
    need(await take(second.importId, second.preview));
    expect((await findAgencyList(ours.slug))?.outline?.agencies.map(({ name }) => name)).toEqual(["Alder School (Renamed)", "Alder School 4"]);
    expect(await agency("Alder School 1")).toMatchObject({ closedOn: "2026-08-31", status: "proposed" });
    expect((await ledger()).slice(-2)).toEqual(["agencies.imported", "agencies.published"]);
    expect(await nameAgencies(ours.chair.actor, { partnershipId: ours.id, membershipIds: [(await agency("Alder School 1"))?.id ?? ""], reasons: { "maintained-school": "Why." } }, submission())).toMatchObject({ refusal: "agency-closed" });
    // The same again has nothing to say.
    const third = await upload("gias", schools({ EstablishmentName: "Alder School (Renamed)" }, { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026" }));
    expect(third.preview).toMatchObject({ changed: { count: 0 }, closed: { count: 0 }, added: { count: 0 } });
  });

  test("joins a body that another partnership keeps, and leaves its name to it", async () => {
    await propose(theirs, { legalName: "Kingfisher Academy", urn: urn(0) });
    const { importId, preview: shown } = await upload("gias", schools({ EstablishmentName: "Kingfisher Acadamy" }));
    expect(shown.added.items).toMatchObject([{ keptElsewhere: true }]);
    need(await take(importId, shown));
    expect(await register()).toMatchObject([{ legalName: "Kingfisher Academy", ours: false }]);
    const again = await upload("gias", schools({ EstablishmentName: "Kingfisher Acadamy" }));
    expect(again.preview).toMatchObject({ changed: { count: 0 }, unchanged: 1, attention: { items: [{ what: expect.stringContaining("The register calls it “Kingfisher Acadamy”") as string }] } });
    // Taking the file back leaves the body where it was.
    need(await undo(importId));
    expect(await register()).toEqual([]);
    expect((await listAgencies(theirs.businessManager.actor, theirs.id, everything)).map(({ legalName }) => legalName)).toEqual(["Kingfisher Academy"]);
  });

  test("does not add a body twice that is there by hand without its number, nor one of no category, nor one that was withdrawn", async () => {
    await propose(ours, { legalName: "Alder School 0" });
    const withdrawn = await propose(ours, { legalName: "Alder School 2", urn: urn(2) });
    need(await withdrawAgency(ours.chair.actor, { partnershipId: ours.id, membershipId: withdrawn, revision: 1, on: "2026-09-07", reason: "It left." }, submission()));
    const { preview: shown } = await upload("gias", schools({}, { "TypeOfEstablishment (name)": "Secure units" }, {}));
    expect(shown).toMatchObject({ added: { count: 0 }, unchanged: 0, changed: { items: [{ name: "Alder School 2" }] } });
    expect(shown.attention.items.map(({ what }) => what)).toEqual([
      `An agency of this name is in the register without a number. If it is the same, give it ${String(urn(0))}; it is not added twice`,
      "The register calls it “Secure units”, which is no category of the Schedule. Add it by hand if it should be named",
      "It was withdrawn here and is open. Propose it again if it should be named",
    ]);
  });

  test("with rows that are wrong or twice in it takes in the others and says which are left out", async () => {
    const { importId, preview: shown } = await upload("gias", schools({}, { URN: String(urn(0)) }, { OpenDate: "never" }));
    expect(shown).toMatchObject({ blocked: false, added: { count: 1 }, errors: { count: 2 } });
    expect(await writeProblemsFile(ours.businessManager.actor, { partnershipId: ours.id, importId })).toContain("3,URN,");
    expect(await take(importId, shown)).toMatchObject({ value: { added: 1 } });
  });

  test("is refused when the register changed since the preview, to who may not, and elsewhere", async () => {
    const { importId, preview: shown } = await upload("gias", schools({}));
    await propose(ours, { legalName: "Added meanwhile" });
    expect(await take(importId, shown)).toEqual({ ok: false, refusal: "stale" });
    expect(await take(importId, shown, { who: ours.scrutineer })).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await take(importId, shown, { who: theirs.businessManager })).toEqual({ ok: false, refusal: "not-found" });
    expect(await keep("gias", schools({}), ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await findRegisterImport(theirs.businessManager.actor, { partnershipId: theirs.id, importId }, firstPages)).toBeNull();
    expect((await register()).map(({ legalName }) => legalName)).toEqual(["Added meanwhile"]);
    expect(await ledger()).toEqual(["agency.recorded"]);
  });
});

describe("undoing a file", () => {
  test("takes out what it proposed and puts back what it changed, also in public", async () => {
    await nameOne(ours, { legalName: "Alder School 0", urn: urn(0), phase: "Primary", establishment: "Community school" });
    const { importId, preview: shown } = await upload("gias", schools({ EstablishmentName: "Renamed" }, {}));
    need(await take(importId, shown));
    expect((await register()).map(({ legalName }) => legalName)).toEqual(["Alder School 1", "Renamed"]);
    expect(await undo(importId, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await undo(importId)).toEqual({ ok: true, value: { agencies: 2 } });
    expect(await register()).toMatchObject([{ legalName: "Alder School 0", urn: urn(0), status: "named" }]);
    expect((await findAgencyList(ours.slug))?.outline?.agencies.map(({ name }) => name)).toEqual(["Alder School 0"]);
    expect((await ledger()).slice(-2)).toEqual(["agencies.import-undone", "agencies.published"]);
    expect(await look(importId)).toMatchObject({ state: "undone", result: { undone: { by: ours.businessManager.name } } });
    expect(await undo(importId)).toEqual({ ok: false, refusal: "import-over" });
    const [bodies] = await database.sql<{ count: number }[]>`select count(*)::int from portal.agencies where urn = ${urn(1)}`;
    expect(bodies?.count).toBe(0);
  });

  test("is refused once an agency of it was named or changed", async () => {
    const { importId, preview: shown } = await upload("gias", schools({}));
    expect(await undo(importId)).toEqual({ ok: false, refusal: "import-over" });
    need(await take(importId, shown));
    need(await nameAgencies(ours.chair.actor, { partnershipId: ours.id, membershipIds: (await register()).map(({ id }) => id), reasons: { "maintained-school": "Every school here." } }, submission()));
    expect(await undo(importId)).toEqual({ ok: false, refusal: "import-changed-since", detail: "Alder School 0 was named or changed after the file was taken in" });
  });

  test("a file that was not taken in is forgotten without a trace", async () => {
    const { importId, preview: shown } = await upload("gias", schools({}));
    const forget = (who: TestPerson) => forgetImport(who.actor, { partnershipId: ours.id, importId }, submission());
    expect(await forget(ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await forget(theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect(await forget(ours.chair)).toEqual({ ok: true, value: { fileName: "file.csv" } });
    expect(await take(importId, shown)).toEqual({ ok: false, refusal: "not-found" });
    const [left] = await database.sql<{ count: number }[]>`select count(*)::int from portal.register_imports where id = ${importId}`;
    expect(left?.count).toBe(0);
  });
});

describe("a file of the partnership's own register", () => {
  const own = (...cells: Cells[]) => ownText(cells);

  async function exported(change: (cells: string[]) => string[] = (cells) => cells): Promise<string> {
    const names = new Map([[area.code, area.name]]);
    return writeCsv(registerColumnNames("own"), (await register()).map((each) => change(toOwnCells({ ...each, id: each.agencyId }, names))));
  }
  const column = (name: string) => registerColumnNames("own").indexOf(name);

  test("changes addresses for notices where it has their column, and leaves them alone without it", async () => {
    await nameOne(ours, { legalName: "Heron Hill Primary School", urn: urn(0) }, { contactEmail: "office@heron.example" });
    const lines = (await exported()).split("\r\n");
    const without = lines.map((line) => line.replace(/(,[^,]*){2}$/, "")).join("\r\n");
    expect((await upload("own", without)).preview).toMatchObject({ unchanged: 1, changed: { count: 0 } });
    const { importId, preview: shown } = await upload("own", await exported((cells) => cells.with(column("contact_email"), "head@heron.example")));
    expect(shown).toMatchObject({ changed: { items: [{ fields: [{ label: "E-mail for notices", before: "office@heron.example", after: "head@heron.example" }] }] } });
    need(await take(importId, shown));
    expect(await register()).toMatchObject([{ contactEmail: "head@heron.example" }]);
    need(await undo(importId));
    expect(await register()).toMatchObject([{ contactEmail: "office@heron.example" }]);
  });

  test("says which names are withheld from the public, and changes nothing of that", async () => {
    const id = await nameOne(ours, { legalName: "Quill House" });
    const agency = (await register())[0];
    need(await withholdName(ours.chair.actor, { partnershipId: ours.id, membershipId: id, revision: agency?.revision ?? 0, reason: "Families live there." }, submission()));
    expect(await exported()).toMatch(/Quill House.*,Yes\r\n/);
    const { importId, preview: shown } = await upload("own", await exported((cells) => cells.with(column("name_withheld"), "").with(column("legal_name"), "Quill Court")));
    need(await take(importId, shown));
    expect(await register()).toMatchObject([{ legalName: "Quill Court", nameWithheld: true }]);
    const list = await findAgencyList(ours.slug);
    expect(list).toMatchObject({ number: 3, facts: { counts: { named: 1, withheld: 1 } } });
    expect(JSON.stringify(list)).not.toContain("Quill");
    need(await undo(importId));
    expect(await register()).toMatchObject([{ legalName: "Quill House", nameWithheld: true }]);
    expect(JSON.stringify(await findAgencyList(ours.slug))).not.toContain("Quill");
  });

  test("as it was downloaded changes nothing", async () => {
    await nameOne(ours, { legalName: "Heron Hill Primary School", urn: urn(0), phase: "Primary" }, { audits: ["section-175"], howWeWork: "=It is in the education group.\nAnd more" });
    await propose(ours, { legalName: "Young Oaks" }, { category: "charity", inclusion: "voluntary" });
    expect((await upload("own", await exported())).preview).toMatchObject({ unchanged: 2, changed: { count: 0 }, added: { count: 0 }, errors: { count: 0 } });
  });

  test("changes what was said of an agency, and the public list with it; adds rows without an id", async () => {
    await nameOne(ours, { legalName: "Heron Hill Primary School", urn: urn(0) });
    const text = (await exported((cells) => cells.with(column("reason"), "It is the only school here.").with(column("phase"), "Primary"))) + ownText([{ legal_name: "Young Oaks" }]).split("\n").slice(1).join("\n");
    const { importId, preview: shown } = await upload("own", text);
    expect(shown).toMatchObject({ changed: { items: [{ fields: [{ label: "Phase", after: "Primary" }, { label: "Why it is chosen", after: "It is the only school here." }] }] }, added: { items: [{ name: "Young Oaks" }] } });
    need(await take(importId, shown));
    expect((await findAgencyList(ours.slug))?.outline?.agencies).toMatchObject([{ reason: "It is the only school here.", phase: "Primary" }]);
    expect(await agency("Young Oaks")).toMatchObject({ status: "proposed", inclusion: "voluntary" });
    need(await undo(importId));
    expect(await register()).toMatchObject([{ reason: "It teaches children who live here.", phase: null, status: "named" }]);
  });

  test("with anything wrong in it is not taken in, and comes back with what is wrong in each row", async () => {
    await nameOne(ours, { legalName: "Heron Hill Primary School", urn: urn(0) });
    const { importId, preview: shown } = await upload(
      "own",
      own({ legal_name: "Named by a file", status: "Named" }, { id: "00000000-0000-4000-8000-000000000001" }, { legal_name: "heron hill primary school" }, { legal_name: "Other", urn: String(urn(0)) }, { legal_name: "Statutory", category: "Body outside the Schedule", inclusion: "Under the statutory duty" }, { legal_name: "x", status: "Whatever" }),
    );
    expect(shown.blocked).toBe(true);
    expect(shown.errors.items.map(({ row, column: at, problem }) => [row, at, problem])).toEqual([
      [2, "status", "A file does not name, propose or withdraw an agency"],
      [3, "id", "No agency in this register has this id"],
      [4, "legal_name", "An agency of this name is in the register or in an earlier row"],
      [5, "id", "Heron Hill Primary School is in the register with this URN"],
      [6, "category", expect.any(String) as string],
      [7, "legal_name", "The name is too short"],
      [7, "status", "This is none of the words for it"],
    ]);
    expect(await take(importId, shown)).toMatchObject({ refusal: "import-not-readable" });
    const back = await writeProblemsFile(ours.businessManager.actor, { partnershipId: ours.id, importId });
    expect(back).toContain("Named by a file");
    expect(back).toContain("This is none of the words for it");
  });
});

describe("coverage", () => {
  const coverage = () => getCoverage(ours.businessManager.actor, ours.id);
  const gaps = () => findGaps(ours.businessManager.actor, ours.id, "gias", { missing: 1, unlisted: 1 });

  test("is not measured before a list was taken in, and again when it was undone", async () => {
    expect(await coverage()).toEqual({ gias: null, "early-years": null });
    expect(await gaps()).toBeNull();
    const { importId, preview: shown } = await upload("gias", schools({}));
    expect(await coverage()).toEqual({ gias: null, "early-years": null });
    need(await take(importId, shown));
    expect(await coverage()).toMatchObject({ gias: { extractDate: "2026-09-01", total: { open: 1, named: 0, proposed: 1, missing: 0 } }, "early-years": null });
    need(await undo(importId));
    expect(await coverage()).toEqual({ gias: null, "early-years": null });
  });

  test("counts what is open by phase and type, lists what is not in the register and the reverse, and is published with the list", async () => {
    const community = { "PhaseOfEducation (name)": "Primary" };
    const { importId, preview: shown } = await upload("gias", schools(community, community, { "TypeOfEstablishment (name)": "Other independent school", "PhaseOfEducation (name)": "Not applicable" }));
    need(await take(importId, shown, { categories: ["maintained-school"] }));
    const [first] = await register();
    need(await nameAgencies(ours.chair.actor, { partnershipId: ours.id, membershipIds: [first?.id ?? ""], reasons: { "maintained-school": "Every school here." } }, submission()));
    await propose(ours, { legalName: "Without a number" });
    await propose(ours, { legalName: "Elsewhere", urn: urn(9) });
    const measured = await coverage();
    expect(measured.gias).toMatchObject({ total: { open: 3, named: 1, proposed: 1, missing: 1 }, byPhase: [{ label: "Primary", open: 2, named: 1 }, { label: "No phase given", open: 1, named: 0 }], byKind: [{ label: "Community school" }, { label: "Other independent school", missing: 1 }] });
    expect((await findAgencyList(ours.slug))?.facts.coverage?.gias?.total).toEqual({ open: 3, named: 1, proposed: 1, missing: 1 });
    expect(await gaps()).toMatchObject({
      missing: { count: 1, items: [{ number: String(urn(2)), name: "Alder School 2", kind: "Other independent school", withdrawn: false }] },
      unlisted: { count: 2, items: [{ name: "Elsewhere", why: "not-in-list" }, { name: "Without a number", why: "no-number" }] },
    });
  });

  test("leads to what is proposed: of what the list has, once, by who may", async () => {
    const { importId, preview: shown } = await upload("gias", schools({}, { "TypeOfEstablishment (name)": "Other independent school" }));
    const proposeThese = (numbers: string[], who = ours.businessManager, sent = submission()) => proposeSettings(who.actor, { partnershipId: ours.id, importId, numbers }, sent);
    const independent = [String(urn(1))];
    expect(await proposeThese(independent)).toEqual({ ok: false, refusal: "import-over" });
    need(await take(importId, shown, { categories: ["maintained-school"] }));
    expect(await proposeThese([])).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await proposeThese(independent, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await proposeThese(independent, theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    const sent = submission();
    expect(await proposeThese(independent, ours.businessManager, sent)).toEqual({ ok: true, value: { proposed: 1 } });
    expect(await proposeThese(independent, ours.businessManager, sent)).toEqual({ ok: true, value: { proposed: 1 } });
    expect(await proposeThese(independent)).toEqual({ ok: false, refusal: "stale" });
    expect(await agency("Alder School 1")).toMatchObject({ status: "proposed", audits: ["section-157"] });
    expect((await ledger()).at(-1)).toBe("agencies.proposed");
  });
});

test("an early years list of a council proposes settings by their numbers", async () => {
  const codes = [`EY${String(urn(1))}`, `EY${String(urn(2))}`];
  const { importId, preview: shown } = await upload("early-years", settingsText(codes.map((code) => ({ organisation_code: code, area: area.name }))));
  need(await take(importId, shown));
  expect((await register()).map(({ organisationCode, category }) => [organisationCode, category.id])).toEqual(codes.map((code) => [code, "early-later-years"]));
});
