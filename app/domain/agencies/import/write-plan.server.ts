import { type SQL, sql } from "drizzle-orm";

import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

import type { PlannedChange, PlannedNew } from "./planned.ts";

/** A new agency whose ids are known. `bodyId` is that of the body, new or known elsewhere. */
export type ReadyNew = PlannedNew & { membershipId: string; bodyId: string };

const atOnce = 500;

/** What a file says of a body: the column, its type, and the field of what was planned. */
export const bodyColumns = [
  ["legal_name", "text", "legalName"],
  ["urn", "integer", "urn"],
  ["charity_number", "text", "charityNumber"],
  ["organisation_code", "text", "organisationCode"],
  ["parent", "text", "parent"],
  ["parent_code", "text", "parentCode"],
  ["phase", "text", "phase"],
  ["establishment", "text", "establishment"],
  ["closed_on", "date", "closedOn"],
] as const;

/** The same of a membership. */
export const membershipColumns = [
  ["category", "text", "category"],
  ["inclusion", "text", "inclusion"],
  ["reason", "text", "reason"],
  ["how_we_work", "text", "howWeWork"],
  ["areas", "text[]", "areas"],
  ["audits", "text[]", "audits"],
  ["contact_email", "text", "contactEmail"],
] as const;

/** Adds bodies that nobody has recorded, and changes those that this partnership keeps. */
export async function writeBodies({ db, now, me }: SessionTx, partnershipId: string, added: readonly ReadyNew[], changed: readonly PlannedChange[]): Promise<void> {
  const recorded = sql`${now.toISOString()}::timestamptz, ${me.personId}::uuid`;
  const rows = recordset(bodyColumns);
  for (const json of await inBatches(added.filter(({ agencyId }) => agencyId === null).map(({ bodyId, body }) => ({ id: bodyId, ...body })))) {
    await db.execute(sql`insert into ${agencies} (id, kept_by, ${names(bodyColumns)}, recorded_at, recorded_by) select x.id, ${partnershipId}::uuid, ${values(bodyColumns)}, ${recorded} from ${rows(json)}`);
  }
  for (const json of await inBatches(changed.flatMap(({ agencyId, body }) => (body === null ? [] : [{ id: agencyId, ...body }])))) {
    await db.execute(sql`update ${agencies} as t set ${sets(bodyColumns)}, revision = t.revision + 1, (recorded_at, recorded_by) = row(${recorded}) from ${rows(json)} where t.id = x.id and t.kept_by = ${partnershipId}::uuid`);
  }
}

/** Adds memberships as proposed, and changes those that the file says more of. A category is of the list in force. */
export async function writeMemberships({ db, now, me }: SessionTx, partnershipId: string, categoryList: string, added: readonly ReadyNew[], changed: readonly PlannedChange[]): Promise<void> {
  const recorded = sql`${now.toISOString()}::timestamptz, ${me.personId}::uuid`;
  const rows = recordset([["agency_id", "uuid", "agencyId"], ...membershipColumns]);
  for (const json of await inBatches(added.map(({ membershipId, bodyId, membership }) => ({ id: membershipId, agencyId: bodyId, ...membership })))) {
    await db.execute(sql`insert into ${agencyMemberships} (id, partnership_id, agency_id, category_list, ${names(membershipColumns)}, recorded_at, recorded_by) select x.id, ${partnershipId}::uuid, x."agencyId", ${categoryList}, ${values(membershipColumns)}, ${recorded} from ${rows(json)}`);
  }
  for (const json of await inBatches(changed.flatMap(({ membershipId, membership }) => (membership === null ? [] : [{ id: membershipId, agencyId: null, ...membership }])))) {
    await db.execute(sql`update ${agencyMemberships} as t set category_list = case when t.category = x.category then t.category_list else ${categoryList} end, ${sets(membershipColumns)}, revision = t.revision + 1, (recorded_at, recorded_by) = row(${recorded}) from ${rows(json)} where t.id = x.id and t.partnership_id = ${partnershipId}::uuid`);
  }
}

type Columns = readonly (readonly [column: string, type: string, field: string])[];

function recordset(columns: Columns): (json: string) => SQL {
  const described = sql.join(columns.map(([, type, field]) => sql`${sql.identifier(field)} ${sql.raw(type)}`), sql`, `);
  return (json) => sql`jsonb_to_recordset(${json}::text::jsonb) as x(id uuid, ${described})`;
}

function names(columns: Columns): SQL {
  return sql.join(columns.map(([column]) => sql`${sql.identifier(column)}`), sql`, `);
}

function values(columns: Columns): SQL {
  return sql.join(columns.map(([, , field]) => sql`x.${sql.identifier(field)}`), sql`, `);
}

function sets(columns: Columns): SQL {
  return sql.join(columns.map(([column, , field]) => sql`${sql.identifier(column)} = x.${sql.identifier(field)}`), sql`, `);
}

/** Rows as JSON, some hundreds in each text. */
async function inBatches(rows: readonly object[]): Promise<string[]> {
  const batches: string[][] = [];
  await inSlices(rows, (row, at) => {
    if (at % atOnce === 0) batches.push([]);
    batches.at(-1)?.push(JSON.stringify(row));
  });
  return batches.map((batch) => `[${batch.join(",")}]`);
}
