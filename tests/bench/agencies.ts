import { monitorEventLoopDelay } from "node:perf_hooks";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type postgres from "postgres";

import { applyImport } from "#app/domain/agencies/import/apply-import.server.ts";
import { keepImport } from "#app/domain/agencies/import/keep-import.server.ts";
import { findRegisterImport, getRegisterKeep } from "#app/domain/agencies/import/queries.server.ts";
import { nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { readRegister } from "#app/domain/agencies/registers/read-register.server.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { type Cells, writeGiasFile } from "#tests/support/register-files.ts";

import { withBenchDatabase } from "./bench-database.ts";
import { connections, fetchOk, load, numbers, withServer } from "./over-http.ts";

const ROWS = 50_000;
const OURS = 2_000;
const port = 3_923;

/**
 * All schools of England in one file, 2,000 of them ours: read, kept, shown, taken in; how much memory and how late the
 * event loop meanwhile, beside the same rows put straight into a table. Then the register of these 2,000, filtered and
 * searched by 20 at once, as it is served, beside the same question asked of the database alone.
 */
export async function benchAgencies(): Promise<void> {
  await withBenchDatabase(async (sql, adminUrl) => {
    const partnership = await addPartnership(sql, "desk");
    await republishDirectory(partnership);
    const [area] = await sql<{ name: string; code: string }[]>`select o.name, o.code from portal.partnership_areas a join portal.organisations o on o.id = a.organisation_id where a.partnership_id = ${partnership.id}`;
    if (!area) throw new Error("no area");
    await importSchools(sql, partnership, area);
    await serveRegister(sql, adminUrl, partnership);
  });
}

async function importSchools(sql: postgres.Sql, { id: partnershipId, businessManager: { actor } }: TestPartnership, area: { name: string; code: string }): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "bench-register-"));
  try {
    const file = path.join(folder, "edubasealldata20260901.csv");
    const every = ROWS / OURS;
    const phases = ["Nursery", "Primary", "Primary", "Primary", "Secondary"];
    await writeGiasFile(file, ROWS, (at): Cells => (at % every === 0 ? { "LA (name)": area.name, "GSSLACode (name)": area.code, "PhaseOfEducation (name)": phases[(at / every) % phases.length] ?? "" } : { "LA (code)": "998", "LA (name)": "Elsewhere", "GSSLACode (name)": "X09000009" }));
    const megabytes = (await stat(file)).size / 1e6;
    const memory = watchMemory();
    const histogram = monitorEventLoopDelay({ resolution: 5 });
    histogram.enable();
    const started = performance.now();
    const steps: string[] = [];
    let from = started;
    const took = (step: string) => {
      steps.push(`${step} ${(performance.now() - from).toFixed(0)} ms`);
      from = performance.now();
    };
    const read = await readRegister({ path: file, name: "edubasealldata20260901.csv", source: "gias", keep: await getRegisterKeep(actor, partnershipId, "gias") });
    if (!read.ok) throw new Error(read.problems.join("; "));
    took("read");
    const { importId } = need(await keepImport(actor, { partnershipId, source: "gias", fileName: "schools.csv", fileSha256: "0".repeat(64), extractDate: null, read }, submission()));
    took("kept");
    const preview = (await findRegisterImport(actor, { partnershipId, importId }, { errors: 1, closed: 1, changed: 1, added: 1, attention: 1 }))?.preview;
    if (preview?.added.count !== OURS) throw new Error("not all of ours are new");
    took("shown");
    const shownAfter = performance.now() - started;
    need(await applyImport(actor, { partnershipId, importId, planSha256: preview.planSha256, categories: preview.groups.map(({ category }) => category) }, submission()));
    took("taken in");
    histogram.disable();
    console.log(`agencies: ${ROWS.toLocaleString("en-GB")} rows of 139 columns (${megabytes.toFixed(0)} MB), ${OURS.toLocaleString("en-GB")} ours: preview after ${(shownAfter / 1000).toFixed(1)} s (target under 10 s), ${steps.join(", ")}; at most ${String(memory.stop())} MB resident (target under 400), event loop ${(histogram.max / 1e6 - 5).toFixed(0)} ms late at worst`);
    const bare = performance.now();
    await sql`create temporary table bare_rows (row jsonb)`;
    for (let at = 0; at < read.rows.length; at += 500) await sql`insert into bare_rows select jsonb_array_elements(${JSON.stringify(read.rows.slice(at, at + 500))}::text::jsonb)`;
    console.log(`  the same ${OURS.toLocaleString("en-GB")} rows put bare into a table: ${(performance.now() - bare).toFixed(0)} ms`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The most memory that this process and its threads hold, looked at ten times a second. */
function watchMemory(): { stop(): number } {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return Math.round(most / 1e6);
    },
  };
}

async function serveRegister(sql: postgres.Sql, adminUrl: string, partnership: TestPartnership): Promise<void> {
  const { id: partnershipId, slug, businessManager, chair } = partnership;
  const ids = (await sql<{ id: string }[]>`select id from portal.agency_memberships where partnership_id = ${partnershipId}`).map(({ id }) => id);
  const naming = performance.now();
  need(await nameAgencies(chair.actor, { partnershipId, membershipIds: ids, reasons: { "maintained-school": "Every school here." } }, submission()));
  console.log(`  ${ids.length.toLocaleString("en-GB")} named and published at once: ${(performance.now() - naming).toFixed(0)} ms`);
  await sql`vacuum analyze`;
  const asked = ask();
  await withServer(adminUrl, port, async (origin) => {
    const signedIn = (query: string) => fetchOk(`${origin}/portal/${slug}/agencies${query}`, { cookie: `session=${businessManager.token}` });
    const reader = (query: string) => fetchOk(`${origin}/partnerships/${slug}/agencies${query}`);
    const bare = (query: string) => askBare(sql, partnershipId, new URLSearchParams(query).get("q") ?? "");
    for (const [what, send] of [["the portal’s register", signedIn], ["the public list", reader], ["the question alone, of the database", bare]] as const) {
      await load(asked.slice(0, 200), send);
      console.log(`  ${what}, ${String(connections)} connections (target p95 under 100 ms): ${await load(asked, send)}`);
    }
  });
}

/** One page of it as one statement, without anybody's rights. */
async function askBare(sql: postgres.Sql, partnershipId: string, q: string): Promise<void> {
  await sql`
    select m.id, a.legal_name, c.title, count(*) over () from portal.agency_memberships m join portal.agencies a on a.id = m.agency_id join portal.agency_categories c on c.list_id = m.category_list and c.id = m.category
    where m.partnership_id = ${partnershipId} and concat_ws(' ', a.legal_name, a.parent, a.urn, a.charity_number, a.organisation_code, c.title) ilike ${`%${q}%`} order by lower(a.legal_name), m.id limit 50`;
}

/** Words, numbers and filters, alone and together: no two in a row are the same. */
function ask(): string[] {
  const next = numbers(17);
  const words = ["school", "alder", "12", "Alder School 4", "primary", "maintained", "100", "nothing like it", "lder", "Alder School 199"];
  return Array.from({ length: 1_500 }, (_, at) => {
    const q = `${words[Math.floor(next() * words.length)] ?? ""} ${String(at % 10)}`;
    return `?${new URLSearchParams({ q, ...(next() < 0.3 ? { sector: "education" } : {}), ...(next() < 0.2 ? { status: "named" } : {}), ...(next() < 0.3 ? { page: "2" } : {}) }).toString()}`;
  });
}
