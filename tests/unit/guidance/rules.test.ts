import { describe, expect, test } from "vitest";

import { coverage, inFull, uncovered } from "#app/domain/guidance/rules.ts";
import type { GuidanceItem } from "#app/domain/guidance/vocabulary.ts";

const item = (id: string, strength: "must" | "should", inForce = true): GuidanceItem => ({
  id,
  strength,
  title: id,
  summary: "",
  basis: "",
  condition: null,
  confidence: "verified",
  inForce,
  inForceFrom: null,
  inForceNote: null,
});

const items = [item("needs", "must"), item("funding", "should"), item("teams", "must", false), item("later", "should", false)];
const gap = { itemId: "funding", reason: "Shared with the region." };

describe("coverage", () => {
  test.each<{ name: string; sections: { body: string; items: string[] }[]; gaps: { itemId: string; reason: string }[]; open: string[]; where: Record<string, number[]>; notCovered: string[] }>([
    { name: "nothing written", sections: [], gaps: [], open: ["needs", "funding"], where: {}, notCovered: [] },
    { name: "an empty section covers nothing", sections: [{ body: " \n", items: ["needs"] }], gaps: [], open: ["needs", "funding"], where: {}, notCovered: [] },
    { name: "a written section covers what it names", sections: [{ body: "Words.", items: ["needs", "funding"] }], gaps: [], open: [], where: { needs: [1], funding: [1] }, notCovered: [] },
    { name: "several sections cover one item, empty ones still count in the numbering", sections: [{ body: "", items: ["needs"] }, { body: "A", items: ["needs"] }, { body: "B", items: ["needs"] }], gaps: [], open: ["funding"], where: { needs: [2, 3] }, notCovered: [] },
    { name: "a should item may be a stated gap", sections: [{ body: "A", items: ["needs"] }], gaps: [gap], open: [], where: { needs: [1] }, notCovered: ["funding"] },
    { name: "a must item may not", sections: [], gaps: [{ itemId: "needs", reason: "No." }, gap], open: ["needs"], where: {}, notCovered: ["funding"] },
    { name: "a covering section takes precedence over a gap", sections: [{ body: "A", items: ["needs", "funding"] }], gaps: [gap], open: [], where: { needs: [1], funding: [1] }, notCovered: [] },
    { name: "an item not yet in force may be covered early", sections: [{ body: "A", items: ["teams"] }], gaps: [], open: ["needs", "funding"], where: { teams: [1] }, notCovered: [] },
    { name: "an item the edition does not know covers nothing", sections: [{ body: "A", items: ["invented"] }], gaps: [], open: ["needs", "funding"], where: {}, notCovered: [] },
  ])("$name", ({ sections, gaps, open, where, notCovered }) => {
    const rows = coverage(items, sections, gaps);
    expect(rows.map((row) => row.itemId)).toEqual(["needs", "funding", "teams", "later"]);
    expect(uncovered(rows).map((row) => row.itemId)).toEqual(open);
    expect(Object.fromEntries(rows.filter((row) => row.sections.length > 0).map((row) => [row.itemId, row.sections]))).toEqual(where);
    expect(rows.filter((row) => row.notCovered !== null).map((row) => row.itemId)).toEqual(notCovered);
  });
});

describe("short forms written out", () => {
  test.each([
    ["CA04 s.16E and s.16G", "Children Act 2004 section 16E and section 16G"],
    ["CA04 s.16E as amended by CWSA 2026 s.2", "Children Act 2004 section 16E as amended by Children’s Wellbeing and Schools Act 2026 section 2"],
    ["WT 2026, chapter 2, publication of arrangements", "Working Together 2026, chapter 2, publication of arrangements"],
    ["more than one ICB", "more than one integrated care board (ICB)"],
    ["How VCSE organisations", "How voluntary, charity and social enterprise (VCSE) organisations"],
    ["ICBs and words.", "ICBs and words."],
  ])("%s", (short, full) => {
    expect(inFull(short)).toBe(full);
  });
});
