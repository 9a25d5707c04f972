import type { RegisterArea } from "./register-row.ts";

/** A council area of England as the reference data have it: one may have had several codes of the ONS, in turn. */
export interface ReferenceArea {
  gssCode: string;
  dfeCode: string;
  name: string;
}

/** The code of the area asked for that has one of these codes, or else this name; null when none has. */
export type AreaFinder = (codes: readonly string[], name: string) => string | null;

/** Finds areas by either of their codes, or by name: registers have the one or the other, and write names differently. */
export function areaFinder(areas: readonly RegisterArea[], reference: readonly ReferenceArea[]): AreaFinder {
  const byCode = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const area of areas) {
    const found = reference.find(({ gssCode, dfeCode }) => gssCode === area.code || dfeCode === area.code);
    const same = found ? reference.filter(({ gssCode, dfeCode }) => gssCode === found.gssCode || (dfeCode !== "" && dfeCode === found.dfeCode)) : [];
    for (const code of [area.code, ...same.flatMap(({ gssCode, dfeCode }) => [gssCode, dfeCode])]) if (code) byCode.set(code.toUpperCase(), area.code);
    for (const name of [area.name, ...same.map((each) => each.name)]) byName.set(plainAreaName(name), area.code);
  }
  byName.delete("");
  return (codes, name) => {
    const code = codes.find((each) => byCode.has(each.toUpperCase())) ?? "";
    return byCode.get(code.toUpperCase()) ?? byName.get(plainAreaName(name)) ?? null;
  };
}

/** "Bristol, City of", "Bristol" and "Bristol City Council" are one place. */
export function plainAreaName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^a-z]+/g, " ")
    .replace(/\b(?:london borough of|royal borough of|metropolitan borough of|borough of|city of|county of|city|county|borough|council|the)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
