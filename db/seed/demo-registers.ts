import { createHash } from "node:crypto";

import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { applyImport } from "#app/domain/agencies/import/apply-import.server.ts";
import { keepImport } from "#app/domain/agencies/import/keep-import.server.ts";
import { findRegisterImport, getRegisterKeep } from "#app/domain/agencies/import/queries.server.ts";
import { listAgencies } from "#app/domain/agencies/queries.server.ts";
import type { RegisterRow } from "#app/domain/agencies/registers/register-row.ts";
import { nothingSaid } from "#app/domain/agencies/registers/row-fate.ts";
import type { SessionActor } from "#db/client.server.ts";

import type { Stage } from "./demo.ts";
import { form, must } from "./outcomes.ts";

type Listed = Pick<RegisterRow, "legalName" | "categoryId" | "kind"> & Partial<RegisterRow>;

/** What the national register of schools has in an area beside what its partnership has recorded. */
const otherSchools: Record<string, Listed[]> = {
  northmoor: [
    { legalName: "Tarn End Primary School", categoryId: "maintained-school", kind: "Community school", phase: "Primary", urn: 900_141 },
    { legalName: "Moorside Primary Academy", categoryId: "academy-school", kind: "Academy converter", phase: "Primary", urn: 900_142, parent: "Brightwater Learning Trust" },
    { legalName: "Northmoor Hall School", categoryId: "independent-school", kind: "Other independent school", urn: 900_143 },
    { legalName: "Fell Gate School", categoryId: "non-maintained-special", kind: "Non-maintained special school", urn: 900_144 },
  ],
  "westvale-and-harrowmere": [{ legalName: "Westvale Grammar School", categoryId: "academy-school", kind: "Academy converter", phase: "Secondary", urn: 900_321 }],
};

const otherSettings: Listed[] = ["Bramble Lane Pre-school", "Northmoor Day Nursery", "Tarn End Playgroup"].map((legalName, at) => ({ legalName, categoryId: "early-later-years", kind: at === 1 ? "Full day care" : "Sessional day care", organisationCode: `EY90015${String(at)}` }));

/** Lists of what is open in two areas, taken in; and in one of them the next file of schools, read and waiting to be looked at. */
export async function seedRegisterFiles(stage: Stage): Promise<void> {
  await stage.at("2026-11-21T10:00:00Z");
  for (const [slug, manager] of [["northmoor", "Priya Sedgewick"], ["westvale-and-harrowmere", "Imogen Sallow"]] as const) {
    const partnershipId = await stage.partnershipId(slug);
    const actor = await stage.actor(manager);
    const schools = (await registered(actor, partnershipId)).filter(({ urn }) => urn !== null);
    const rows = [...schools.map(asListed), ...(otherSchools[slug] ?? [])];
    await takeIn(actor, partnershipId, "gias", "edubasealldata20261102.csv", "2026-11-02", rows);
    if (slug !== "northmoor") continue;
    const settings = (await registered(actor, partnershipId)).filter(({ category }) => category.id === "early-later-years");
    await takeIn(actor, partnershipId, "early-years", "childcare-providers-31-october-2026.csv", "2026-10-31", [...settings.map(asListed), ...otherSettings]);
    await keep(actor, partnershipId, "gias", "edubasealldata20261120.csv", "2026-11-20", rows.map(nextMonth));
  }
}

async function registered(actor: SessionActor, partnershipId: string): Promise<AgencyView[]> {
  return listAgencies(actor, partnershipId, { q: "", sector: null, status: null, attention: null });
}

function asListed({ legalName, category, establishment, phase, urn, organisationCode, parent, parentCode }: AgencyView): Listed {
  return { legalName, categoryId: category.id, kind: establishment, phase, urn, organisationCode, parent, parentCode };
}

/** One school was renamed and another closed. */
function nextMonth(row: Listed): Listed {
  if (row.legalName === "Wren Lane Primary School") return { ...row, legalName: "Wren Lane Church of England Primary School" };
  return row.legalName === "Curlew Road Primary School" ? { ...row, open: false, closedOn: "2026-11-15" } : row;
}

async function keep(actor: SessionActor, partnershipId: string, source: "gias" | "early-years", fileName: string, extractDate: string, listed: readonly Listed[]): Promise<string> {
  const [area] = (await getRegisterKeep(actor, partnershipId, source)).areas;
  if (!area) throw new Error("the partnership has no area");
  const rows = listed.map((each, at) => ({ ...nothingSaid, row: at + 2, areaName: area.name, inArea: area.code, open: true, ...each }));
  const counts = { rows: rows.length, outsideArea: 0, notOpen: 0, skipped: 0, duplicates: 0, errors: 0 };
  const fileSha256 = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  return must(await keepImport(actor, { partnershipId, source, fileName, fileSha256, extractDate: null, read: { ok: true, extractDate, absent: [], counts, rows, errors: [], refusedRows: [] } }, form())).importId;
}

/** Takes a list in without proposing anything: what is not in the register is a gap to be looked at. */
async function takeIn(actor: SessionActor, partnershipId: string, source: "gias" | "early-years", fileName: string, extractDate: string, listed: readonly Listed[]): Promise<void> {
  const importId = await keep(actor, partnershipId, source, fileName, extractDate, listed);
  const found = await findRegisterImport(actor, { partnershipId, importId }, { errors: 1, closed: 1, changed: 1, added: 1, attention: 1 });
  must(await applyImport(actor, { partnershipId, importId, planSha256: found?.preview?.planSha256 ?? "", categories: [] }, form()));
}
