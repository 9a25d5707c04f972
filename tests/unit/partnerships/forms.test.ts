import { describe, expect, test } from "vitest";

import { areasForm, detailsForm, healthForm } from "#app/domain/partnerships/forms.server.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

const editions = [
  { id: "working-together-2026", title: "Working Together to Safeguard Children 2026", published: "2026-03" },
  { id: "working-together-2023", title: "Working Together to Safeguard Children 2023", published: "2023-12-15" },
];
const form = detailsForm({ today: "2026-10-05", editions });
const date = (day: string, month: string, year: string) => ({ day, month, year });
const good = { name: "Northmoor Safeguarding Children Partnership", slug: "", startsOn: date("29", "9", "2019"), editionId: "working-together-2026", adoptedOn: date("1", "4", "2026") };

const messages = (typed: Partial<Record<keyof typeof good, unknown>>) => {
  const parsed = form.safeParse({ ...good, ...typed });
  return parsed.success ? {} : fieldErrors(parsed.error).fields;
};

test("details as they are stored", () => {
  expect(form.parse({ ...good, name: "  Northmoor   Partnership ", slug: " NORTHMOOR " })).toEqual({
    name: "Northmoor Partnership",
    slug: "northmoor",
    startsOn: "2019-09-29",
    editionId: "working-together-2026",
    adoptedOn: "2026-04-01",
  });
  expect(form.parse(good).slug).toBe("northmoor");
});

describe("every message of the details", () => {
  test.each([
    [{ name: "" }, { name: "Enter the partnership's name" }],
    [{ name: "AB" }, { name: "The partnership's name must have at least 3 characters" }],
    [{ name: "A".repeat(161) }, { name: "The partnership's name must have 160 characters or fewer" }],
    [{ slug: "North Moor" }, { slug: "The web address must be 3 to 60 small letters, digits and hyphens, starting with a letter, like northmoor" }],
    [{ name: "安全 安全", slug: "" }, { slug: "Enter a web address for the partnership: none could be made from its name" }],
    [{ editionId: "" }, { editionId: "Choose the edition of the guidance the partnership works under" }],
    [{ editionId: "working-together-1999" }, { editionId: "Choose the edition of the guidance the partnership works under" }],
    [{ startsOn: date("", "", "") }, { startsOn: "Enter the date the partnership starts, like 1 9 2026" }],
    [{ startsOn: date("1", "", "") }, { startsOn: "The date the partnership starts must include a month and a year" }],
    [{ startsOn: date("31", "2", "2020") }, { startsOn: "The date the partnership starts must be a real date, like 1 9 2026" }],
    [{ startsOn: date("x", "2", "2020") }, { startsOn: "The date the partnership starts must be a real date, like 1 9 2026" }],
    [{ startsOn: date("1", "2", "20") }, { startsOn: "The date the partnership starts must have a year between 1990 and 2100" }],
    [{ startsOn: date("6", "10", "2026") }, { startsOn: "The date the partnership starts must be today or in the past: set it up on the day it starts, or later" }],
    [{ adoptedOn: date("6", "10", "2026") }, { adoptedOn: "The date the partnership adopted the edition must be today or in the past" }],
    [{ adoptedOn: date("28", "2", "2026") }, { adoptedOn: "The date must be 1 March 2026 or later: Working Together to Safeguard Children 2026 was not published before" }],
  ])("%o", (typed, expected) => {
    expect(messages(typed)).toEqual(expected);
  });

  test("today is not too late, nor is the first day of an edition too early", () => {
    expect(messages({ startsOn: date("5", "10", "2026"), adoptedOn: date("5", "10", "2026") })).toEqual({});
    expect(messages({ editionId: "working-together-2023", adoptedOn: date("15", "12", "2023") })).toEqual({});
  });
});

test("areas and boards: one at least, twenty at most, codes only", () => {
  const problem = (parsed: { success: boolean; error?: { issues: { message: string }[] } }) => parsed.error?.issues[0]?.message;
  expect(problem(areasForm.safeParse({ area: [] }))).toBe("Choose at least one local authority area");
  expect(problem(areasForm.safeParse({ area: ["<script>"] }))).toBe("Choose at least one local authority area");
  expect(problem(areasForm.safeParse({ area: Array.from({ length: 21 }, () => "E06000001") }))).toBe("Choose at most 20 local authority areas");
  expect(problem(healthForm.safeParse({ icb: [] }))).toBe("Choose at least one integrated care board");
  expect(problem(healthForm.safeParse({ icb: Array.from({ length: 21 }, () => "E54000050") }))).toBe("Choose at most 20 integrated care boards");
  expect(areasForm.safeParse({ area: ["E06000001"] }).success).toBe(true);
});
