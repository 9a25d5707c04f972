import { partnerKinds, type PartnerKind } from "#app/domain/documents/vocabulary.ts";
import { nextDay, showDate } from "#app/domain/shared/dates.ts";

import type { PlanRow } from "./vocabulary.ts";

/** A body as the register has it. ISO dates; `validTo` is its last day. */
export interface KnownBody {
  kind: PartnerKind;
  code: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
  successorCode: string | null;
}

/** What one row says. A date is null where the cell is empty, and "wrong" where it is no date. */
export interface SuccessorRow {
  row: number;
  code: string;
  endedOn: string | null | "wrong";
  successorCode: string;
  successorKind: string;
  successorName: string;
  successorValidFrom: string | null | "wrong";
}

export interface SuccessorsPlan {
  newBodies: { kind: PartnerKind; code: string; name: string; validFrom: string | null }[];
  ends: { code: string; endedOn: string | null; successorCode: string | null }[];
  rows: PlanRow[];
}

type NewBody = SuccessorsPlan["newBodies"][number];

/** What a list of successors would change, or everything that is wrong with it, row by row. */
export function planSuccessors(rows: readonly SuccessorRow[], known: readonly KnownBody[]): { ok: true; plan: SuccessorsPlan } | { ok: false; problems: string[] } {
  const register = new Map(known.map((body) => [body.code, body]));
  const found = newBodiesOf(rows, register);
  const problems = [...found.problems, ...rows.flatMap((row) => problemsOf(row, rows, register, found.bodies).map((problem) => ({ row: row.row, problem })))];
  const circular = problems.length === 0 ? rows.filter((row) => leadsBack(row.code, rows, register)) : [];
  problems.push(...circular.map((row) => ({ row: row.row, problem: `${row.code} would follow itself, by way of its successors` })));
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.row - b.row).map(({ row, problem }) => `Row ${String(row)}: ${problem}`) };
  const newBodies = [...found.bodies.values()];
  const nameOf = (code: string) => `${register.get(code)?.name ?? found.bodies.get(code)?.name ?? ""} (${code})`;
  const ends = rows.map((row) => ({ code: row.code, endedOn: row.endedOn, successorCode: row.successorCode || null }));
  return {
    ok: true,
    plan: {
      newBodies,
      ends,
      rows: [
        ...newBodies.map(({ code, validFrom }): PlanRow => ({ what: nameOf(code), state: "new", before: null, after: `A new body${validFrom ? `, from ${showDate(validFrom)}` : ""}` })),
        ...ends.map((end): PlanRow => {
          const body = register.get(end.code);
          const [before, after] = [describe(body?.validTo ?? null, body?.successorCode ?? null, nameOf), describe(end.endedOn, end.successorCode, nameOf)];
          return { what: nameOf(end.code), state: before === after ? "unchanged" : "changed", before, after };
        }),
      ],
    },
  };
}

function describe(endedOn: string | null, successorCode: string | null, nameOf: (code: string) => string): string {
  if (endedOn === null) return "Not ended";
  return `Last day ${showDate(endedOn)}; ${successorCode ? `successor ${nameOf(successorCode)}` : "no successor named"}`;
}

function newBodiesOf(rows: readonly SuccessorRow[], register: ReadonlyMap<string, KnownBody>): { bodies: Map<string, NewBody>; problems: { row: number; problem: string }[] } {
  const bodies = new Map<string, NewBody>();
  const problems: { row: number; problem: string }[] = [];
  for (const { row, successorCode: code, successorKind, successorName: name, successorValidFrom: validFrom } of rows) {
    if (code === "" || register.has(code)) continue;
    const refuse = (problem: string) => problems.push({ row, problem });
    const kind = partnerKinds.find((each) => each === successorKind);
    if (!/^[A-Z0-9]{4,12}$/.test(code)) refuse(`successor_code must be 4 to 12 capital letters and digits, like E54000068`);
    else if (!kind || name === "") refuse(`${code} is not on the register. Fill in successor_kind (${partnerKinds.join(", ")}) and successor_name`);
    else if (name.length < 2 || name.length > 160) refuse("successor_name must have 2 to 160 characters");
    else if (validFrom === "wrong") refuse("successor_valid_from must be a date like 2026-04-01");
    else {
      const before = bodies.get(code);
      if (before && (before.kind !== kind || before.name !== name || before.validFrom !== validFrom)) refuse(`${code} is described differently in another row`);
      else bodies.set(code, { kind, code, name, validFrom });
    }
  }
  return { bodies, problems };
}

function problemsOf(row: SuccessorRow, rows: readonly SuccessorRow[], register: ReadonlyMap<string, KnownBody>, newBodies: ReadonlyMap<string, NewBody>): string[] {
  const body = register.get(row.code);
  if (row.code === "") return ["code is empty"];
  if (!body) return [`there is no body ${row.code} on the register`];
  const problems: string[] = [];
  if (rows.some((other) => other.row < row.row && other.code === row.code)) problems.push(`${row.code} is in the file twice`);
  if (row.endedOn === "wrong") problems.push("ended_on must be a date like 2026-03-31, the body’s last day");
  else if (row.endedOn === null && row.successorCode !== "") problems.push("ended_on is empty, but there is a successor. Enter the body’s last day");
  else if (row.endedOn !== null && body.validFrom !== null && row.endedOn < body.validFrom) problems.push(`ended_on is before ${body.name} began, on ${showDate(body.validFrom)}`);
  return [...problems, ...successorProblems(row, body, register, newBodies)];
}

function successorProblems(row: SuccessorRow, body: KnownBody, register: ReadonlyMap<string, KnownBody>, newBodies: ReadonlyMap<string, NewBody>): string[] {
  if (row.successorCode === "") return [];
  if (row.successorCode === row.code) return ["a body cannot be its own successor"];
  const known = register.get(row.successorCode);
  const successor = known ?? newBodies.get(row.successorCode);
  if (!successor) return [];
  const problems: string[] = [];
  if (successor.kind !== body.kind) problems.push(`${row.successorCode} is of another kind than the body it follows: ${body.kind}`);
  if (known && row.successorName !== "" && row.successorName !== known.name) problems.push(`${row.successorCode} is on the register as ${known.name}. Leave successor_name empty, or correct the code`);
  if (known && row.successorKind !== "" && row.successorKind !== known.kind) problems.push(`${row.successorCode} is on the register as: ${known.kind}. Leave successor_kind empty, or correct the code`);
  if (row.endedOn !== null && row.endedOn !== "wrong") {
    const first = nextDay(row.endedOn);
    if (successor.validFrom !== null && successor.validFrom > first) problems.push(`${successor.name} begins on ${showDate(successor.validFrom)}, after the day that follows ended_on`);
    if (known?.validTo && known.validTo < first) problems.push(`${known.name} ended itself, on ${showDate(known.validTo)}`);
  }
  return problems;
}

function leadsBack(code: string, rows: readonly SuccessorRow[], register: ReadonlyMap<string, KnownBody>): boolean {
  const next = (from: string) => {
    const said = rows.find((row) => row.code === from);
    return said ? said.successorCode || null : (register.get(from)?.successorCode ?? null);
  };
  const seen = new Set<string>();
  for (let at = next(code); at !== null && !seen.has(at); at = next(at)) {
    if (at === code) return true;
    seen.add(at);
  }
  return false;
}
