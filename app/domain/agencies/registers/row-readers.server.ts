import { areaFinder } from "./area-finder.ts";
import { plainCharityNumber, readCharityRow } from "./charity-row.server.ts";
import { readOfstedRow, readSettingRow } from "./early-years-row.server.ts";
import { readGiasRow } from "./gias-row.server.ts";
import { readOwnRow } from "./own-row.server.ts";
import { readReferenceAreas } from "./reference-areas.server.ts";
import type { RegisterKeep } from "./register-row.ts";
import { compact } from "./row-checks.server.ts";
import type { RowReader, Wanted } from "./row-fate.ts";
import type { RegisterLayout, RegisterSource } from "./vocabulary.ts";

export const readers: Record<RegisterLayout, RowReader> = { gias: readGiasRow, "charity-commission": readCharityRow, ofsted: readOfstedRow, settings: readSettingRow, own: readOwnRow };

/** What is asked for, in the words of the register. */
export async function wantedOf(source: RegisterSource, { areas, known, asked = [], categories = [] }: RegisterKeep, absent: readonly string[]): Promise<Wanted> {
  const plain = source === "charity-commission" ? plainCharityNumber : compact;
  return { areaOf: areaFinder(areas, await readReferenceAreas()), known: new Set(known.map(plain)), asked: new Set(asked.map(plain)), categories, absent: new Set(absent) };
}
