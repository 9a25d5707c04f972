import type postgres from "postgres";

import { startDocument } from "#app/domain/documents/start-document.server.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

export interface StoredSection {
  id: string;
  title: string;
  body: string;
  items: string[];
  position: number;
  revision: number;
  removed: boolean;
}

/** A partnership whose business manager has started the draft. */
export async function startedDraft(sql: postgres.Sql, slug: string): Promise<TestPartnership> {
  const partnership = await addPartnership(sql, slug);
  const outcome = await startDocument(partnership.businessManager.actor, { partnershipId: partnership.id, kind: "arrangements" }, submission());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return partnership;
}

export async function listSections(sql: postgres.Sql, partnershipId: string): Promise<StoredSection[]> {
  return sql<StoredSection[]>`
    select id, title, body, items, position, revision, removed_at is not null as removed from portal.sections
    where partnership_id = ${partnershipId} order by removed_at nulls first, position`;
}

export async function sectionAt(sql: postgres.Sql, partnershipId: string, position: number): Promise<StoredSection> {
  const section = (await listSections(sql, partnershipId)).find((each) => !each.removed && each.position === position);
  if (!section) throw new Error(`no section at ${String(position)}`);
  return section;
}

/** How many entries of each type the partnership's chain holds, and whether it is whole. */
export async function ledgerOf(sql: postgres.Sql, partnershipId: string): Promise<{ counts: Record<string, number>; broken: unknown }> {
  const rows = await sql<{ type: string; count: number }[]>`select type, count(*)::int as count from ledger.entries where partnership_id = ${partnershipId} group by type order by type`;
  const [chain] = await sql<{ broken: unknown }[]>`select ledger.first_break(${partnershipId}) as broken`;
  return { counts: Object.fromEntries(rows.map((row) => [row.type, row.count])), broken: chain?.broken };
}

export async function draftRevision(sql: postgres.Sql, partnershipId: string): Promise<number> {
  const [row] = await sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${partnershipId}`;
  return row?.revision ?? 0;
}

/** Everybody with a role in the partnership, and what the permission table says of drafting. */
export function roles(partnership: TestPartnership): { role: string; person: TestPerson; mayEdit: boolean }[] {
  const lead = partnership.seats[0]?.lead;
  if (!lead) throw new Error("no lead");
  return [
    { role: "lsp", person: lead, mayEdit: false },
    { role: "scrutineer", person: partnership.scrutineer, mayEdit: false },
    { role: "dsp", person: partnership.delegate, mayEdit: true },
    { role: "chair", person: partnership.chair, mayEdit: true },
    { role: "business-manager", person: partnership.businessManager, mayEdit: true },
  ];
}
