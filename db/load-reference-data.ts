import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { parse } from "csv-parse/sync";
import type postgres from "postgres";

import { categoryListSchema } from "#app/domain/agencies/category-list.server.ts";
import { editionSchema } from "#app/domain/guidance/edition-file.server.ts";

import { loadQuestionSets } from "./load-question-sets.ts";

const folder = path.join(process.cwd(), "db");

function readCsv(name: string): Record<string, string>[] {
  return parse(readFileSync(path.join(folder, "reference-data", name)), { columns: true, bom: true, skip_empty_lines: true });
}

const orNull = (value: string | undefined) => (value ? value : null);

/**
 * Loads the bodies of England, the forces of each area, bank holidays, the categories of relevant agencies, the question sets and every edition in db/rulesets. Repeatable. An
 * edition that an administrator has loaded since stays as it is, and so does the last day of a body.
 */
export async function loadReferenceData(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await loadOrganisations(tx);
    await loadBankHolidays(tx);
    await loadEditions(tx);
    await loadAgencyCategories(tx);
    await loadQuestionSets(tx);
  });
}

async function loadOrganisations(tx: postgres.TransactionSql): Promise<void> {
  const rows = [
    ...readCsv("local-authorities.csv").map((row) => ({ ...row, kind: "local-authority" })),
    ...readCsv("integrated-care-boards.csv").map((row) => ({ ...row, kind: "icb", region: row.nhs_region })),
    ...readCsv("police-forces.csv").map((row) => ({ ...row, kind: "police" })),
  ].map((row: Record<string, string | undefined>) => ({
    kind: row.kind ?? "",
    code: row.gss_code ?? "",
    name: row.name ?? "",
    region: orNull(row.region),
    valid_from: orNull(row.valid_from),
    valid_to: orNull(row.valid_to),
  }));
  await tx`
    insert into portal.organisations ${tx(rows)}
    on conflict (code) do update set name = excluded.name, region = excluded.region, valid_from = coalesce(excluded.valid_from, organisations.valid_from),
      valid_to = coalesce(organisations.valid_to, excluded.valid_to)`;
  const pairs = readCsv("local-authority-police-force.csv").map((row) => [row.local_authority_gss ?? "", row.police_force_gss ?? ""]);
  await tx`
    insert into portal.area_forces (local_authority_id, police_id)
    select la.id, force.id from unnest(${pairs.map(([la]) => la ?? "")}::text[], ${pairs.map(([, force]) => force ?? "")}::text[]) as pair (la, force)
    join portal.organisations la on la.code = pair.la join portal.organisations force on force.code = pair.force
    on conflict (local_authority_id) do update set police_id = excluded.police_id`;
}

async function loadBankHolidays(tx: postgres.TransactionSql): Promise<void> {
  const rows = readCsv("bank-holidays-england.csv").map((row) => ({ day: row.date ?? "", name: row.name ?? "" }));
  await tx`insert into portal.bank_holidays ${tx(rows)} on conflict (day) do update set name = excluded.name`;
}

async function loadEditions(tx: postgres.TransactionSql): Promise<void> {
  const files = readdirSync(path.join(folder, "rulesets")).filter((name) => name.startsWith("working-together-"));
  for (const name of files) {
    const bytes = readFileSync(path.join(folder, "rulesets", name));
    const edition = editionSchema.parse(JSON.parse(bytes.toString("utf8")));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const [byHand] = await tx`select from portal.guidance_editions where id = ${edition.edition} and loaded_at is not null`;
    if (byHand) continue;
    await tx`
      insert into portal.guidance_editions (id, title, published, replaces, note, file_sha256, dates)
      values (${edition.edition}, ${edition.title}, ${edition.published}, ${edition.replaces}, ${edition.note}, ${sha256}, ${JSON.stringify(edition.dates)}::text::jsonb)
      on conflict (id) do update set title = excluded.title, published = excluded.published, replaces = excluded.replaces,
        note = excluded.note, file_sha256 = excluded.file_sha256, dates = excluded.dates`;
    for (const [position, item] of edition.items.entries()) {
      await tx`
        insert into portal.guidance_items
          (edition_id, id, document, position, strength, title, summary, basis, condition, condition_key, confidence, in_force, in_force_from, in_force_note, evidence)
        values (${edition.edition}, ${item.id}, ${item.document}, ${position}, ${item.strength}, ${item.title}, ${item.summary}, ${item.basis},
          ${item.condition ?? null}, ${item.conditionKey ?? null}, ${item.confidence}, ${item.inForce}, ${item.inForceFrom}, ${item.inForceNote ?? null}, ${item.evidence ?? []})
        on conflict (edition_id, document, id) do update set position = excluded.position, strength = excluded.strength, title = excluded.title,
          summary = excluded.summary, basis = excluded.basis, condition = excluded.condition, condition_key = excluded.condition_key,
          confidence = excluded.confidence, in_force = excluded.in_force, in_force_from = excluded.in_force_from,
          in_force_note = excluded.in_force_note, evidence = excluded.evidence`;
    }
  }
}

/** Every edition of the list of categories of relevant agencies: db/rulesets/relevant-agency-categories*.json. */
async function loadAgencyCategories(tx: postgres.TransactionSql): Promise<void> {
  for (const name of readdirSync(path.join(folder, "rulesets")).filter((each) => each.startsWith("relevant-agency-categories"))) {
    const bytes = readFileSync(path.join(folder, "rulesets", name));
    const { list, inForceFrom, source, note, categories } = categoryListSchema.parse(JSON.parse(bytes.toString("utf8")));
    await tx`
      insert into portal.agency_category_lists (id, source, note, in_force_from, file_sha256)
      values (${list}, ${source}, ${note}, ${inForceFrom}, ${createHash("sha256").update(bytes).digest("hex")})
      on conflict (id) do update set source = excluded.source, note = excluded.note, in_force_from = excluded.in_force_from, file_sha256 = excluded.file_sha256`;
    const rows = categories.map(({ id, group, sector, title, paragraph, confidence }, position) => ({ list_id: list, id, position, part: group, sector, title, paragraph, confidence, in_schedule: id !== "outside-schedule" }));
    await tx`
      insert into portal.agency_categories ${tx(rows)}
      on conflict (list_id, id) do update set position = excluded.position, part = excluded.part, sector = excluded.sector, title = excluded.title,
        paragraph = excluded.paragraph, confidence = excluded.confidence, in_schedule = excluded.in_schedule`;
  }
}
