import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import type postgres from "postgres";

import { setFileSchema } from "#app/domain/agencies/assessments/set-file.server.ts";

const folder = path.join(process.cwd(), "db", "rulesets", "self-assessments");

/** Every edition of the question sets. One that a round has used stays as it was asked: a changed file needs a new id. */
export async function loadQuestionSets(tx: postgres.TransactionSql): Promise<void> {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
    const bytes = readFileSync(path.join(folder, name));
    const { set, standards, ...file } = setFileSchema.parse(JSON.parse(bytes.toString("utf8")));
    const [used] = await tx`select from portal.assessment_rounds where set_id = ${set} limit 1`;
    if (used) continue;
    await tx`delete from portal.assessment_standards where set_id = ${set}`;
    await tx`
      insert into portal.assessment_sets (id, series, title, short_title, basis, source, note, wording_checked, audits, ratings, in_force_from, file_sha256)
      values (${set}, ${file.series}, ${file.title}, ${file.shortTitle}, ${file.basis}, ${file.source}, ${file.note}, ${file.wordingChecked}, ${file.audits}, ${JSON.stringify(file.ratings)}::text::jsonb,
        ${file.inForceFrom}, ${createHash("sha256").update(bytes).digest("hex")})
      on conflict (id) do update set series = excluded.series, title = excluded.title, short_title = excluded.short_title, basis = excluded.basis, source = excluded.source, note = excluded.note,
        wording_checked = excluded.wording_checked, audits = excluded.audits, ratings = excluded.ratings, in_force_from = excluded.in_force_from, file_sha256 = excluded.file_sha256`;
    const rows = standards.map(({ id, part, title, question, goodLooksLike, evidence, basis, confidence }, position) => ({ set_id: set, id, position, part, title, question, good_looks_like: goodLooksLike, evidence, basis, confidence }));
    await tx`insert into portal.assessment_standards ${tx(rows)}`;
  }
}
