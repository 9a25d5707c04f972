import { can } from "#app/domain/access/rules.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";

import { listCoverage, listKnownBodies, readList } from "./read-list.server.ts";
import type { KnownBody } from "./read-successors.ts";
import { type BodyList, bodyListColumns, type ListPlan } from "./vocabulary.ts";

/** What is known of bodies that end, and of which boards cover which areas. */
export interface BodiesView {
  ended: { code: string; name: string; lastDay: string; successor: string | null }[];
  /** Local authority areas that exist today, and how many of them have their boards listed. */
  areas: { all: number; covered: number };
  coverageRows: number;
}

export async function getBodiesView(actor: SessionActor): Promise<BodiesView> {
  return as(actor, async (tx) => {
    const bodies = await listKnownBodies(tx);
    const names = new Map(bodies.map((body) => [body.code, body.name]));
    const coverage = await listCoverage(tx);
    const covered = new Set(coverage.filter(({ from, to }) => from <= tx.today && (to === null || to >= tx.today)).map((each) => each.area));
    const live = bodies.filter(({ kind, validTo }) => kind === "local-authority" && (validTo === null || validTo >= tx.today));
    return {
      ended: bodies.flatMap(({ code, name, validTo, successorCode }) => (validTo === null ? [] : [{ code, name, lastDay: validTo, successor: successorCode && (names.get(successorCode) ?? successorCode) }])).sort((a, b) => b.lastDay.localeCompare(a.lastDay)),
      areas: { all: live.length, covered: live.filter((body) => covered.has(body.code)).length },
      coverageRows: coverage.length,
    };
  });
}

/** What loading this file would do, or everything that is wrong with it. Nothing for whoever may not load it. */
export async function checkList(actor: SessionActor, list: BodyList, text: string): Promise<{ ok: true; value: ListPlan } | { ok: false; problems: string[] }> {
  return as(actor, async (tx) => {
    if (!can(tx.me, "load-bodies", { partnershipId: null })) return { ok: false, problems: [] };
    const read = await readList(tx, list, text);
    return read.ok ? { ok: true, value: { rows: read.value.rows, sha256: read.value.sha256 } } : read;
  });
}

/** The list as a file with the columns that loading asks for: loaded again, it changes nothing. */
export async function exportList(actor: SessionActor, list: BodyList): Promise<string> {
  return as(actor, async (tx) => {
    const rows = list === "successors" ? successorRows(await listKnownBodies(tx)) : (await listCoverage(tx)).map(({ area, icb, from, to }) => [area, icb, from, to ?? ""]);
    return writeCsv(bodyListColumns[list], rows);
  });
}

function successorRows(bodies: readonly KnownBody[]): string[][] {
  const byCode = new Map(bodies.map((body) => [body.code, body]));
  return bodies
    .filter((body) => body.validTo !== null)
    .map(({ code, validTo, successorCode }) => {
      const successor = successorCode === null ? undefined : byCode.get(successorCode);
      return [code, validTo ?? "", successorCode ?? "", successor?.kind ?? "", successor?.name ?? "", successor?.validFrom ?? ""];
    });
}
