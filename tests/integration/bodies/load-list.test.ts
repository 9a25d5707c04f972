import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { loadList } from "#app/domain/bodies/load-list.server.ts";
import { checkList, exportList, getBodiesView } from "#app/domain/bodies/queries.server.ts";
import type { BodyList } from "#app/domain/bodies/vocabulary.ts";
import { findPeopleView } from "#app/domain/people/people-view.server.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { loadReferenceData } from "#db/load-reference-data.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let administrator: TestPerson;
let codes: { council: string; icb: string };
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
  partnership = await addPartnership(database.sql, "alderwick");
  administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
  const rows = await database.sql<{ kind: string; code: string }[]>`select o.kind, o.code from portal.seats s join portal.organisations o on o.id = s.organisation_id where s.partnership_id = ${partnership.id}`;
  const code = (kind: string) => rows.find((row) => row.kind === kind)?.code ?? "";
  codes = { council: code("local-authority"), icb: code("icb") };
});
afterAll(async () => {
  await database.close();
});

async function load(list: BodyList, text: string, person = administrator) {
  const check = await checkList(administrator.actor, list, text);
  if (!check.ok) throw new Error(check.problems.join("; "));
  return loadList(person.actor, { list, text, planSha256: check.value.sha256 }, submission({ text }));
}

const entries = async (type: string) => (await database.sql<{ chain: string }[]>`select chain from ledger.entries where type = ${type} order by chain`).map((row) => row.chain);
const ended = "code,ended_on,successor_code,successor_kind,successor_name,successor_valid_from\n";
const cover = "local_authority_code,icb_code,valid_from,valid_to\n";

describe("bodies that end", () => {
  test("are an administrator's to load, as checked; the ledger of the installation says so; the export loads again and changes nothing", async () => {
    const text = `${ended}${codes.icb},31/03/2027,E54000999,icb,NHS Alder and Birch ICB,2027-04-01\n`;
    expect(await load("successors", text, partnership.businessManager)).toMatchObject({ ok: false, refusal: "not-found" });
    expect(await checkList(partnership.businessManager.actor, "successors", text)).toEqual({ ok: false, problems: [] });
    expect(await load("successors", text)).toEqual({ ok: true, value: { changes: 2 } });
    expect(await entries("successors.loaded")).toEqual(["installation"]);
    expect((await getBodiesView(administrator.actor)).ended).toContainEqual({ code: codes.icb, name: "Alderwick ICB 2", lastDay: "2027-03-31", successor: "NHS Alder and Birch ICB" });
    const exported = await exportList(administrator.actor, "successors");
    expect(exported).toContain(`${codes.icb},2027-03-31,E54000999,icb,NHS Alder and Birch ICB,2027-04-01\r\n`);
    const again = await checkList(administrator.actor, "successors", exported);
    expect(again.ok && new Set(again.value.rows.map((row) => row.state))).toEqual(new Set(["unchanged"]));
    expect(await load("successors", exported)).toMatchObject({ ok: false, refusal: "nothing-to-change" });
  });

  test("stay as loaded when the portal starts again with its own lists", async () => {
    const text = `${ended}E54000029,2027-03-31,,,,\n`;
    expect(await load("successors", text)).toMatchObject({ ok: true });
    await loadReferenceData(database.sql);
    expect((await database.sql`select valid_to::text as day from portal.organisations where code = 'E54000029'`)[0]).toEqual({ day: "2027-03-31" });
  });

  test("the same form twice loads once; another file under the same check, or a register that moved on, is stale", async () => {
    const text = `${ended}E54000065,2027-03-31,,,,\n`;
    const check = await checkList(administrator.actor, "successors", text);
    if (!check.ok) throw new Error("not checked");
    const form = submission({ text });
    const input = { list: "successors" as const, text, planSha256: check.value.sha256 };
    expect(await loadList(administrator.actor, { ...input, text: text.replace("2027", "2028") }, submission())).toEqual({ ok: false, refusal: "stale" });
    const before = (await entries("successors.loaded")).length;
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => loadList(administrator.actor, input, form)));
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: true, value: { changes: 1 } })));
    expect(await entries("successors.loaded")).toHaveLength(before + 1);
    expect(await loadList(administrator.actor, { ...input, text: "nonsense" }, submission())).toMatchObject({ ok: false, refusal: "list-not-readable" });
  });

  test("the database itself lets nobody else load them", async () => {
    const { as } = await import("#db/client.server.ts");
    const { sql } = await import("drizzle-orm");
    const attempt = (statement: ReturnType<typeof sql>) => as(partnership.businessManager.actor, ({ db }) => db.execute(statement));
    await expect(attempt(sql`select portal.load_bodies('[]', '[]')`)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(attempt(sql`select portal.load_icb_coverage('[]', '[]')`)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(attempt(sql`insert into portal.icb_coverage select id, 'local-authority', id, 'icb', '2020-01-01' from portal.organisations`)).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("boards by area", () => {
  test("say on every page whether each board has a seat, by day", async () => {
    const states = async () => [(await findPeopleView(partnership.chair.actor, partnership.id))?.icbs, (await findDirectory(partnership.slug))?.facts.icbs];
    expect((await states())[0]).toEqual({ state: "unchecked", areas: ["Alderwick Council 1"] });
    expect(await load("coverage", `${cover}${codes.council},${codes.icb},2022-07-01,\n`)).toEqual({ ok: true, value: { changes: 1 } });
    expect(await states()).toEqual([{ state: "checked", missing: [] }, { state: "checked", missing: [] }]);
    expect(await entries("icb-coverage.loaded")).toEqual([partnership.id, "installation"].sort());
    await load("coverage", `${cover}${codes.council},${codes.icb},2022-07-01,\n${codes.council},E54000068,2026-11-01,\n`);
    expect((await states())[0]).toEqual({ state: "checked", missing: [] });
    await database.setClock("2026-11-01T09:00:00Z");
    const { addSession } = await import("#tests/support/partnership.ts");
    const { actor } = await addSession(database.sql, partnership.chair.personId);
    const missing = { state: "checked", missing: ["NHS Norfolk and Suffolk Integrated Care Board"] };
    expect((await findPeopleView(actor, partnership.id))?.icbs).toEqual(missing);
    expect((await findDirectory(partnership.slug))?.facts.icbs).toEqual(missing);
    await database.setClock("2026-10-05T09:00:00Z");
    expect(await exportList(administrator.actor, "coverage")).toContain(`${codes.council},${codes.icb},2022-07-01,\r\n`);
  });

  test("a file of 2,000 rows is checked in good time", async () => {
    const areas = (await database.sql<{ code: string }[]>`select code from portal.organisations where kind = 'local-authority' limit 50`).map((row) => row.code);
    const boards = (await database.sql<{ code: string }[]>`select code from portal.organisations where kind = 'icb' limit 36`).map((row) => row.code);
    const lines = areas.flatMap((area) => boards.map((icb) => `${area},${icb},2026-04-01,`));
    const check = await checkList(administrator.actor, "coverage", `${cover}${lines.join("\n")}\n`);
    expect(check.ok && check.value.rows.length).toBeGreaterThanOrEqual(1_800);
  });
});
