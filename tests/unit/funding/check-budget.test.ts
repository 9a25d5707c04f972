import { describe, expect, test } from "vitest";

import { checkBudget, type CheckedYear } from "#app/domain/funding/check-budget.ts";
import type { BudgetProblem } from "#app/domain/funding/draft-budget.ts";
import type { ContributionLine, SpendingLine, YearRecord } from "#app/domain/funding/funding-view.ts";
import { totalsOf } from "#app/domain/funding/rules.ts";

import { costs as spendingLine, gives as contribution, record as anyRecord } from "./year-example.ts";

const gives = (values: Partial<ContributionLine>) => contribution({ seatId: "seat-1", pence: 300_000_00, ...values });
const costs = (values: Partial<SpendingLine>) => spendingLine({ pence: 290_000_00, ...values });
const record: YearRecord = { ...anyRecord, agreedPence: 300_000_00, notIncluded: "Nothing is left out.", materialPence: 5_000_00 };

interface Changes {
  contributions?: ContributionLine[];
  spending?: SpendingLine[];
  record?: Partial<YearRecord>;
  previousCarriedForward?: number | null;
  seats?: CheckedYear["seats"];
}

function check({ contributions = [gives({})], spending = [costs({})], record: said = {}, previousCarriedForward = null, seats = [{ id: "seat-1", organisation: "Vale Council" }] }: Changes = {}): BudgetProblem[] {
  const year = { ...record, ...said };
  const totals = totalsOf({
    contributions: contributions.map(({ form, pence }) => ({ form, pence, childrenPence: pence })),
    spending: spending.map(({ pence }) => ({ pence: pence ?? 0, childrenPence: pence ?? 0 })),
    broughtForward: { pence: year.broughtForwardPence ?? 0, childrenShare: 10_000, childrenPence: year.broughtForwardPence ?? 0 },
  });
  return checkBudget({ record: year, contributions, spending, previousCarriedForward, totals, seats });
}

const details = { kind: "funding", page: "details" };
const given = { kind: "funding", page: "contributions" };
const spent = { kind: "funding", page: "spending" };

test("a year that is complete and sums has no problem", () => {
  expect(check()).toEqual([]);
});

describe("each thing that keeps a budget from being frozen, with where to put it right", () => {
  test.each<[code: string, changes: Changes, text: string, place: object]>([
    ["no-spending", { spending: [] }, "Nothing is spent yet. Add what the money is spent on.", spent],
    ["no-amount:s1", { spending: [costs({ pence: null })] }, "“The team” has no amount yet. Enter it, or remove the line.", { ...spent, lineId: "s1" }],
    ["no-brought-forward", { record: { broughtForwardPence: null } }, "Say what was brought forward from the year before, £0 if nothing was.", details],
    ["no-agreed-total", { record: { agreedPence: null } }, "Enter the total in cash that the partners agreed: the contributions must sum to it.", details],
    ["total-differs", { record: { agreedPence: 300_000_25 } }, "The contributions in cash sum to £300,000, which is £0.25 less than the £300,000.25 that the partners agreed. Put right a contribution, or the total.", details],
    ["total-differs", { record: { agreedPence: 299_999_99 } }, "The contributions in cash sum to £300,000, which is £0.01 more than the £299,999.99 that the partners agreed. Put right a contribution, or the total.", details],
    [
      "brought-forward-differs",
      { record: { broughtForwardPence: 10_00 }, previousCarriedForward: 12_50 },
      "£10 is brought forward, which is £2.50 less than the £12.50 that the year before carried forward, as published. Put it right here, or publish that year’s outturn again.",
      details,
    ],
    [
      "brought-forward-differs",
      { record: { broughtForwardPence: 0 }, previousCarriedForward: -4_00 },
      "£0 is brought forward, which is £4 more than the −£4 that the year before carried forward, as published. Put it right here, or publish that year’s outturn again.",
      details,
    ],
    ["no-shares-statement", { record: { sharesStatement: "" } }, "Say why the shares of the partners are equitable and proportionate.", details],
    ["no-not-included", { record: { notIncluded: "" } }, "Say what the figures do not include and why, or that nothing is left out.", details],
    ["no-material", { record: { materialPence: null } }, "Say from which amount on a change in the year needs a new signed version.", details],
  ])("%s", (code, changes, text, place) => {
    expect(check(changes)).toEqual([{ severity: "error", code, text, place }]);
  });

  test("nobody gives anything, or somebody gives an amount that is not known", () => {
    const nobody = check({ contributions: [gives({ form: "in-kind", pence: null, purpose: "A room" })], spending: [costs({ pence: 0 })], record: { agreedPence: 0 } });
    expect(nobody).toEqual([{ severity: "error", code: "no-contributions", text: "Nobody gives anything yet. Add the contributions in cash.", place: given }]);
    const unknown = check({ contributions: [gives({}), gives({ id: "c2", contributor: "Vale Police", seatId: null, pence: null })] });
    expect(unknown).toEqual([{ severity: "error", code: "no-amount:c2", text: "“Vale Police” has no amount yet. Enter it, £0 if nothing is given.", place: { ...given, lineId: "c2" } }]);
  });

  test("what an empty year lacks is said at once, in the order of the page", () => {
    const empty = check({ contributions: [], spending: [], record: { agreedPence: null, broughtForwardPence: null, sharesStatement: "", notIncluded: "", materialPence: null } });
    expect(empty.map(({ code }) => code)).toEqual(["no-contributions", "no-spending", "no-brought-forward", "no-agreed-total", "no-shares-statement", "no-not-included", "no-material", "no-contribution:seat-1"]);
  });
});

describe("what needs a reason", () => {
  test("a deficit, however small, and not a budget that ends at nothing", () => {
    expect(check({ spending: [costs({ pence: 300_000_01 })] })).toEqual([{ severity: "warning", code: "deficit", text: "The budget ends £0.01 short: more is spent than is given and brought forward. Say how it is met.", place: spent }]);
    expect(check({ record: { broughtForwardPence: -20_000_00 } })).toMatchObject([{ code: "deficit", text: expect.stringContaining("£10,000 short") as string }]);
    expect(check({ spending: [costs({ pence: 300_000_00 })] })).toEqual([]);
  });

  test("a partner who is not among the contributors, and not one who gives £0 or in kind", () => {
    const seats = [{ id: "seat-1", organisation: "Vale Council" }, { id: "seat-2", organisation: "Vale ICB" }, { id: "seat-3", organisation: "Vale Police" }];
    const contributions = [gives({}), gives({ id: "c2", seatId: "seat-2", contributor: "Vale ICB", pence: 0 })];
    expect(check({ seats, contributions })).toEqual([
      { severity: "warning", code: "no-contribution:seat-3", text: "Vale Police is a statutory partner and is not among the contributors. Add what it gives, or say why it gives nothing.", place: given },
    ]);
    expect(check({ seats, contributions: [...contributions, gives({ id: "c3", seatId: "seat-3", contributor: "Vale Police", form: "in-kind", pence: null, purpose: "An officer" })] })).toEqual([]);
  });

  test("each contribution or line of spending that repeats one before it", () => {
    const twice = [gives({ pence: 100_000_00 }), gives({ id: "c2", contributor: "VALE  council", pence: 100_000_00 }), gives({ id: "c3", pence: 100_000_00 })];
    expect(check({ contributions: twice })).toEqual([
      { severity: "warning", code: "repeated:c2", text: "“VALE  council” is there twice with the same purpose. Remove one, or say why both are right.", place: { ...given, lineId: "c2" } },
      { severity: "warning", code: "repeated:c3", text: "“Vale Council” is there twice with the same purpose. Remove one, or say why both are right.", place: { ...given, lineId: "c3" } },
    ]);
    expect(check({ contributions: [gives({}), gives({ id: "c2", form: "in-kind", pence: null })] })).toEqual([]);
    expect(check({ spending: [costs({}), costs({ id: "s2", description: "the TEAM", pence: 1 }), costs({ id: "s3", category: "training", pence: 1 })] })).toEqual([
      { severity: "warning", code: "repeated:s2", text: "“the TEAM” is there twice. Remove one, or say why both are right.", place: { ...spent, lineId: "s2" } },
    ]);
  });
});

test("brought forward that is what the year before carried forward, or that no year before published, is right", () => {
  expect(check({ record: { broughtForwardPence: 12_50 }, previousCarriedForward: 12_50 })).toEqual([]);
  expect(check({ record: { broughtForwardPence: 12_50 }, previousCarriedForward: null })).toEqual([]);
  expect(check({ record: { broughtForwardPence: null }, previousCarriedForward: 12_50 })).toMatchObject([{ code: "no-brought-forward" }]);
});
