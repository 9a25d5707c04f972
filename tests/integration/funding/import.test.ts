import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { applyImport } from "#app/domain/funding/import/apply-import.server.ts";
import { keepImport } from "#app/domain/funding/import/keep-import.server.ts";
import { findFundingImport, listFundingImports, writeProblemsFile } from "#app/domain/funding/import/queries.server.ts";
import { undoImport } from "#app/domain/funding/import/undo-import.server.ts";
import { exportList } from "#app/domain/funding/lists/export-list.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { saveAmounts } from "#app/domain/funding/save-amounts.server.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import { readCsv } from "#app/domain/shared/csv.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need, prepareBudget, publishBudget, publishNextBudget } from "#tests/support/funding.ts";
import { type FileOf, firstPages, keepFile, listFile, previewOf, shownImport } from "#tests/support/funding-files.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
beforeAll(async () => {
  database = await freshDatabase();
  ours = await addPartnership(database.sql, "alderwick");
  theirs = await addPartnership(database.sql, "birchmere");
  await database.setClock("2026-05-01T09:00:00Z");
});
afterAll(async () => {
  await database.close();
});

const manager = () => ours.businessManager.actor;
const at = (year: FinancialYear, list: FundingList): FileOf => ({
  get partnershipId() {
    return ours.id;
  },
  year,
  list,
});
const open = async (year: FinancialYear) => need(await openYear(manager(), { partnershipId: ours.id, year, copy: false }, submission()));
const exported = async ({ partnershipId, year, list }: FileOf) => (await exportList(manager(), partnershipId, year, list)) ?? "";
const events = async () => (await database.sql<{ type: string; data: unknown }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'funding.%' order by seq`).map((row) => row.type);

async function apply(of: FileOf, importId: string, repeated: readonly string[] = []) {
  const { planSha256 } = await previewOf(manager(), of, importId);
  return applyImport(manager(), { ...of, importId, planSha256, repeated }, submission());
}

const cafcass = { contributor: "Cafcass", sector: "cafcass", form: "cash", amount: "£550.00" };

describe("a file of contributions", () => {
  const of = at("2024-25", "contributions");
  let first = "";

  test("is kept and changes nothing; only the business manager may", async () => {
    await open("2024-25");
    const [council] = ours.seats;
    const text = listFile("contributions", [
      { contributor: (council?.organisation ?? "").toUpperCase(), form: "Cash", amount: "1,200.50", received: "Not provided", children_percent: "50%" },
      cafcass,
      { contributor: "Alderwick College", sector: "Schools and other education", form: "in-kind", amount: "not valued", invoiced: "Not applicable", purpose: "A room for training" },
    ]);
    first = await keepFile(manager(), of, text);
    expect(await previewOf(manager(), of, first)).toMatchObject({ errors: { count: 0 }, questions: { count: 0 }, added: { count: 3 }, changed: { count: 0 }, ended: { count: 0 }, unchanged: 0 });
    expect(await exported(of)).not.toContain("Cafcass");
    expect(await events()).toEqual([]);
    const input = { ...of, fileName: "x.csv", fileSha256: "0".repeat(64), removesMissing: false, chunks: [] };
    expect(await keepImport(ours.delegate.actor, input, submission())).toMatchObject({ ok: false, refusal: "not-permitted" });
    expect(await keepImport(manager(), { ...input, year: "2019-20" }, submission())).toMatchObject({ ok: false, refusal: "not-found" });
    for (const command of [applyImport, undoImport]) expect(await command(ours.delegate.actor, { ...of, importId: first, planSha256: "", repeated: [] }, submission())).toMatchObject({ ok: false, refusal: "not-permitted" });
  });

  test("is nobody's in another partnership", async () => {
    const { actor } = theirs.businessManager;
    expect(await findFundingImport(actor, { ...of, importId: first }, firstPages)).toBeNull();
    expect(await findFundingImport(actor, { ...of, partnershipId: theirs.id, importId: first }, firstPages)).toBeNull();
    expect(await applyImport(actor, { ...of, importId: first, planSha256: "", repeated: [] }, submission())).toMatchObject({ ok: false });
    expect(await exportList(actor, ours.id, "2024-25", "contributions")).toBeNull();
    expect(await findFundingImport(manager(), { ...of, list: "spending", importId: first }, firstPages)).toBeNull();
  });

  test("is taken in once, with its lines and one entry in the ledger; a partner is known by its name", async () => {
    const { planSha256 } = await previewOf(manager(), of, first);
    const once = submission();
    const take = () => applyImport(manager(), { ...of, importId: first, planSha256, repeated: [] }, once);
    expect(await take()).toEqual({ ok: true, value: { added: 3, changed: 0, removed: 0 } });
    expect(await take()).toEqual({ ok: true, value: { added: 3, changed: 0, removed: 0 } });
    expect(await applyImport(manager(), { ...of, importId: first, planSha256, repeated: [] }, submission())).toMatchObject({ ok: false, refusal: "import-over" });
    const [council] = ours.seats;
    const found = await findFundingYear(manager(), ours.id, "2024-25");
    expect(found?.contributions).toMatchObject([
      { contributor: council?.organisation, seatId: council?.id, sector: "local-authority", pence: 120_050, receivedPence: null, childrenShare: 5_000, revision: 1 },
      { contributor: "Alderwick College", seatId: null, form: "in-kind", pence: null },
      { contributor: "Cafcass", pence: 55_000 },
    ]);
    expect(await events()).toEqual(["funding.imported"]);
    expect(await shownImport(manager(), of, first)).toMatchObject({ state: "taken-in", preview: null, result: { added: 3, changed: 0, removed: 0, unchanged: 0, by: ours.businessManager.name, undone: null } });
  });

  test("one’s own export changes nothing, and is exported the same, byte for byte", async () => {
    const text = await exported(of);
    const importId = await keepFile(manager(), of, text, true);
    expect(await previewOf(manager(), of, importId)).toMatchObject({ errors: { count: 0 }, added: { count: 0 }, changed: { count: 0 }, ended: { count: 0 }, questions: { count: 0 }, unchanged: 3 });
    expect(await apply(of, importId)).toMatchObject({ ok: false, refusal: "nothing-to-change" });
    expect(await exported(of)).toBe(text);
  });

  test("a line like another is asked about, and one tick is for one row", async () => {
    const importId = await keepFile(manager(), of, listFile("contributions", [cafcass, { ...cafcass, purpose: "More" }, { ...cafcass, purpose: "more " }]));
    expect((await previewOf(manager(), of, importId)).questions.items).toEqual([{ row: 2, name: "Cafcass", like: "a line that is there already" }, { row: 4, name: "Cafcass: more", like: "row 3" }]);
    expect(await apply(of, importId)).toMatchObject({ ok: false, refusal: "line-repeated" });
    expect(await apply(of, importId, ["2"])).toMatchObject({ ok: false, refusal: "line-repeated", detail: "Row 4, Cafcass: more, is like row 3" });
    expect(await exported(of)).not.toContain("More");
  });
});

describe("a file that changes, adds and removes", () => {
  const of = at("2025-26", "spending");
  let before = "";

  /** The present lines as rows by column. */
  async function present() {
    const read = readCsv(await exported(of), ["id", "category", "description", "budget", "actual", "children_percent", "note"], 10);
    return read.ok ? read.rows.map((row) => row.cells) : [];
  }

  test("shows each field before and after, and does all of it", async () => {
    await open("2025-26");
    need(await apply(of, await keepFile(manager(), of, listFile("spending", [{ category: "staffing", description: "The team", budget: "1000", note: "First" }, { category: "venues", description: "Rooms", budget: "20" }, { category: "legal", description: "Advice", budget: "0" }]))));
    before = await exported(of);
    const [team, rooms] = await present();
    const importId = await keepFile(manager(), of, listFile("spending", [{ ...team, budget: "£1,100.00", note: "First\nand second" }, { ...rooms }, { category: "Training", description: "Courses", actual: "-5" }]), true);
    const preview = await previewOf(manager(), of, importId);
    expect(preview).toMatchObject({ unchanged: 1, ended: { count: 1, items: [{ name: "Advice" }] }, added: { items: [{ row: 4, name: "Courses" }] } });
    expect(preview.changed.items).toEqual([{ row: 2, name: "The team", fields: [{ column: "budget", before: "1000.00", after: "1100.00" }, { column: "note", before: "First", after: "First\nand second" }] }]);
    expect(await apply(of, importId)).toEqual({ ok: true, value: { added: 1, changed: 1, removed: 1 } });
    expect((await present()).map(({ description, budget, actual }) => [description, budget, actual])).toEqual([["The team", "1100.00", "Not provided"], ["Courses", "Not provided", "-5.00"], ["Rooms", "20.00", "Not provided"]]);
    expect(await shownImport(manager(), of, importId)).toMatchObject({ result: { added: 1, changed: 1, removed: 1, unchanged: 1 } });

    const once = submission();
    const undo = () => undoImport(manager(), { ...of, importId }, once);
    expect(await undo()).toEqual({ ok: true, value: { lines: 3 } });
    expect(await undo()).toEqual({ ok: true, value: { lines: 3 } });
    expect(await undoImport(manager(), { ...of, importId }, submission())).toMatchObject({ ok: false, refusal: "import-over" });
    expect(await exported(of)).toBe(before);
    const [who] = await database.sql<{ same: boolean }[]>`select bool_and(recorded_at = '2026-05-01T09:00:00Z' and recorded_by = ${ours.businessManager.personId}) as same from portal.spending where partnership_id = ${ours.id} and removed_at is null`;
    expect(who?.same).toBe(true);
    const [kept] = await database.sql<{ rows: unknown[] }[]>`select rows from portal.funding_imports where id = ${importId}`;
    expect(kept?.rows).toEqual([]);
    expect((await events()).slice(-2)).toEqual(["funding.imported", "funding.import-undone"]);
    expect(await shownImport(manager(), of, importId)).toMatchObject({ state: "undone", result: { undone: { by: ours.businessManager.name } } });
    expect(await apply(of, importId).catch((error: Error) => error.message)).toBe("it is over");
  });

  test("does what the preview showed, or nothing: a line changed meanwhile", async () => {
    const [team] = await present();
    const importId = await keepFile(manager(), of, listFile("spending", [{ ...team, budget: "1200" }]));
    const { planSha256 } = await previewOf(manager(), of, importId);
    const revision = (await findFundingYear(manager(), ours.id, "2025-26"))?.spending[0]?.revision ?? 0;
    need(await saveAmounts(manager(), { partnershipId: ours.id, year: "2025-26", lines: [{ list: "spending", lineId: team?.id ?? "", revision, actualPence: 7 }] }, submission()));
    const text = await exported(of);
    expect(await applyImport(manager(), { ...of, importId, planSha256, repeated: [] }, submission())).toMatchObject({ ok: false, refusal: "stale" });
    expect(await exported(of)).toBe(text);
    expect(await apply(of, importId)).toMatchObject({ ok: true });
    expect((await present())[0]).toMatchObject({ budget: "1200.00", actual: "Not provided" });
    const after = (await findFundingYear(manager(), ours.id, "2025-26"))?.spending[0]?.revision ?? 0;
    need(await saveAmounts(manager(), { partnershipId: ours.id, year: "2025-26", lines: [{ list: "spending", lineId: team?.id ?? "", revision: after, differenceNote: "We paid less." }] }, submission()));
    expect(await undoImport(manager(), { ...of, importId }, submission())).toMatchObject({ ok: false, refusal: "import-changed-since", detail: "“The team” was changed after the file was taken in" });
  });

  test("with anything wrong in it does nothing, and is given back with what is wrong", async () => {
    const text = await exported(of);
    const importId = await keepFile(manager(), of, listFile("spending", [{ category: "biscuits", description: "Biscuits", budget: "12.345" }, { id: "9b2f0d2e-1111-4222-8333-444455556666", category: "legal", description: "Gone" }, { category: "legal", description: "Call 943 476 5919" }]));
    const { errors, planSha256 } = await previewOf(manager(), of, importId);
    expect(errors.items.map(({ row, column, value }) => [row, column, value])).toEqual([[2, "category", "biscuits"], [2, "budget", "12.345"], [3, "id", "9b2f0d2e-1111-4222-8333-444455556666"], [4, "description", ""]]);
    expect(errors.items.map((error) => error.problem)).toEqual([
      "Choose what the money is spent on",
      "The amount in the budget must not have parts of a penny: use at most two figures after the point",
      "No line of this list and year has this id: it may have been removed",
      expect.stringContaining("contains what is certainly a National Health Service (NHS) number"),
    ]);
    expect(await applyImport(manager(), { ...of, importId, planSha256, repeated: [] }, submission())).toMatchObject({ ok: false, refusal: "import-not-readable", detail: "Row 2: Choose what the money is spent on" });
    expect(await exported(of)).toBe(text);
    const file = (await writeProblemsFile(manager(), { ...of, importId })) ?? "";
    expect(file.split("\r\n")[0]).toBe("id,category,description,budget,actual,children_percent,note,problem");
    expect(file).toContain(",biscuits,Biscuits,12.345,,,,\"category: Choose what the money is spent on. One of: Staffing, ");
    const [kept] = await database.sql<{ rows: string }[]>`select rows::text as rows from portal.funding_imports where id = ${importId}`;
    expect(kept?.rows).not.toContain("5919");
  });

  test("that fails half way leaves neither lines nor an entry", async () => {
    const text = await exported(of);
    const importId = await keepFile(manager(), of, listFile("spending", [{ category: "legal", description: "Doomed" }]));
    const before = (await events()).length;
    await database.sql`create function portal.fail_now() returns trigger language plpgsql as $$ begin raise exception 'stop'; end $$`;
    await database.sql`create trigger fail_now before insert on ledger.entries for each row execute function portal.fail_now()`;
    await expect(apply(of, importId)).rejects.toThrow();
    await database.sql`drop function portal.fail_now() cascade`;
    expect(await exported(of)).toBe(text);
    expect((await events()).length).toBe(before);
    expect((await listFundingImports(manager(), of)).find((each) => each.id === importId)).toMatchObject({ state: "waiting", fileName: "lines.csv" });
  });
});

describe("under a signed budget", () => {
  const of = at("2026-27", "contributions");
  const rowsOf = async (list: FundingList, columns: readonly string[]) => {
    const read = readCsv(await exported(at("2026-27", list)), columns, 20);
    return read.ok ? read.rows.map((row) => row.cells) : [];
  };
  const columns = ["id", "contributor", "sector", "payer", "form", "amount", "invoiced", "received", "children_percent", "purpose", "ring_fenced", "note"];

  test("amounts, shares and lines do not change by a file; what was paid does", async () => {
    await publishBudget(database, ours, "2026-27");
    const [council, ...others] = await rowsOf("contributions", columns);
    const bad = await keepFile(manager(), of, listFile("contributions", [{ ...council, amount: "1" }, { ...others[0], children_percent: "50" }, cafcass]), true);
    const { errors } = await previewOf(manager(), of, bad);
    expect(errors.items.map(({ row, column }) => [row, column])).toEqual([[2, "amount"], [3, "children_percent"], [4, null], [null, null]]);
    expect(errors.items[0]).toMatchObject({ problem: expect.stringContaining("The budget is signed and published"), fix: "Put “100000.00” back. Then record a change in the year on the page of the line" });
    expect(await apply(of, bad)).toMatchObject({ ok: false, refusal: "import-not-readable" });

    const draftRevision = async () => (await database.sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${ours.id} and kind = 'budget-2026-27'`)[0]?.revision;
    const revision = await draftRevision();
    const good = await keepFile(manager(), of, listFile("contributions", [{ ...council, invoiced: "100000", received: "99999.99" }]));
    expect(await apply(of, good)).toMatchObject({ ok: true, value: { changed: 1 } });
    expect(await draftRevision()).toBe(revision);
    expect(await undoImport(manager(), { ...of, importId: good }, submission())).toMatchObject({ ok: true });
    expect(await draftRevision()).toBe(revision);
    expect((await rowsOf("contributions", columns))[0]).toEqual(council);
  });

  test("a file taken in before it was signed is not undone where amounts would move", async () => {
    const spent = at("2027-28", "spending");
    await prepareBudget(database, ours, "2027-28");
    const text = await exported(spent);
    const importId = await keepFile(manager(), spent, text.replace("The team", "The whole team").replace("Not provided", "5"));
    expect(await apply(spent, importId)).toMatchObject({ ok: true, value: { changed: 1 } });
    const moving = await keepFile(manager(), spent, (await exported(spent)).replace("100000.00", "100000.01"));
    expect(await apply(spent, moving)).toMatchObject({ ok: true });
    const back = await keepFile(manager(), spent, (await exported(spent)).replace("100000.01", "100000.00"));
    expect(await apply(spent, back)).toMatchObject({ ok: true });
    await publishNextBudget(database, ours, "2027-28");
    expect(await undoImport(manager(), { ...spent, importId: back }, submission())).toMatchObject({ ok: false, refusal: "budget-signed" });
  });
});
