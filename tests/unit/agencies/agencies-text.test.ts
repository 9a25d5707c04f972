import { expect, test } from "vitest";

import { agencyTables } from "#app/domain/agencies/agencies-text.server.ts";
import type { SignedAgency, SignedNamedAgency, SignedWithheldAgency } from "#app/domain/agencies/signed-agencies.ts";
import { signedAgenciesSchema } from "#app/domain/agencies/signed-agencies-schema.server.ts";

const withheld: SignedWithheldAgency = { withheld: true, category: "charity", categoryTitle: "Charity", sector: "voluntary", inclusion: "voluntary" };
const agency = (values: Partial<SignedNamedAgency>): SignedAgency => ({ id: "a", name: "Heron Hill", category: "maintained-school", categoryTitle: "Maintained school", sector: "education", inclusion: "statutory", reason: "Every school here", howWeWork: null, namedOn: "2026-09-07", ...values });

test("bodies chosen for the same reason are named together, by kind of work", () => {
  const text = agencyTables([
    agency({ id: "c", name: "Young Oaks", category: "charity", categoryTitle: "Charity", sector: "voluntary", inclusion: "voluntary", reason: "It runs the youth club." }),
    agency({ id: "a" }),
    agency({ id: "b", name: "Wren | Lane", howWeWork: "In the group" }),
    agency({ id: "d", name: "Lapwing", reason: "It has boarders" }),
  ]);
  expect(text).toBe(`**Education and childcare**

| Category | Named | Why |
| --- | --- | --- |
| Maintained school | Heron Hill; Wren \\| Lane (In the group) | Every school here. |
| Maintained school | Lapwing | It has boarders. |

**Voluntary, faith and sport**

| Category | Named | Why |
| --- | --- | --- |
| Charity, by agreement | Young Oaks | It runs the youth club. |`);
});

test("those whose names are withheld are counted by their category, and nothing else is said of them", () => {
  const charity = agency({ id: "c", name: "Young Oaks", category: "charity", categoryTitle: "Charity", sector: "voluntary", inclusion: "voluntary", reason: "It runs the youth club." });
  expect(agencyTables([charity, withheld]).split("\n").slice(-2)).toEqual(["| Charity, by agreement | Young Oaks | It runs the youth club. |", "| Charity, by agreement | An agency whose name is withheld for safety | Not published. |"]);
  expect(agencyTables([withheld, withheld])).toContain("| Charity, by agreement | 2 agencies whose names are withheld for safety | Not published. |");
});

test("nobody named is said, and a reason of several paragraphs stays in its cell", () => {
  expect(agencyTables([])).toBe("No relevant agency is named yet.");
  expect(agencyTables([agency({ reason: "One.\n\nTwo" })]).split("\n")).toHaveLength(5);
});

test("what is signed has each body once", () => {
  expect(signedAgenciesSchema.safeParse([agency({}), agency({ id: "b" }), withheld, withheld]).success).toBe(true);
  for (const wrong of [{ ...withheld, name: "Heron" }, { ...withheld, id: "c" }, { ...withheld, withheld: false }]) expect(signedAgenciesSchema.safeParse([wrong]).success).toBe(false);
  for (const wrong of [[], [agency({}), agency({})], [agency({ namedOn: "2026-02-30" })], [{ ...agency({}), note: "more" }], [agency({ reason: "x".repeat(1_001) })]]) expect(signedAgenciesSchema.safeParse(wrong).success).toBe(false);
});
