import { describe, expect, test } from "vitest";

import { declinePartForm, readShared, type TypedShared } from "#app/domain/funding/shared/forms.server.ts";
import { answersLine, divide, figuresOf, isOpen, totalOf, typedPercent, yearsAround } from "#app/domain/funding/shared/rules.ts";
import type { PartView } from "#app/domain/funding/shared/shared-view.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

const ids = { alder: "00000000-0000-4000-8000-000000000001", birch: "00000000-0000-4000-8000-000000000002", cedar: "00000000-0000-4000-8000-000000000003" };
const choices = [{ id: ids.alder, name: "Alderwick" }, { id: ids.birch, name: "Birchmere" }, { id: ids.cedar, name: "Cedarholm" }];
const good: TypedShared = {
  year: "2022-23",
  contributor: "Vale Police",
  sector: "police",
  payer: "Mayor of the Vale",
  amount: "£1,000.00",
  childrenPercent: "50",
  purpose: "Support of the partnerships",
  method: "weighted",
  parts: [{ partnershipId: ids.cedar, weight: "34,592" }, { partnershipId: ids.alder, weight: "£2.50" }],
};
const read = (changes: Partial<TypedShared> = {}) => readShared({ ...good, ...changes }, choices);
const errorsOf = (changes: Partial<TypedShared>) => {
  const result = read(changes);
  return result.success ? {} : fieldErrors(result.error).fields;
};

describe("one payer's amount as it is typed", () => {
  test("is read: pence, hundredths of a percent, weights in hundredths, the parts in the order of their names", () => {
    expect(read()).toEqual({
      success: true,
      data: {
        year: "2022-23",
        contributor: "Vale Police",
        sector: "police",
        payer: "Mayor of the Vale",
        pence: 100_000,
        childrenShare: 5_000,
        purpose: "Support of the partnerships",
        method: "weighted",
        parts: [{ partnershipId: ids.alder, weight: 250 }, { partnershipId: ids.cedar, weight: 3_459_200 }],
      },
    });
  });

  test("flat needs no weights and reads none; nothing typed is all for children; a payer who is the contributor is nobody else", () => {
    const result = read({ method: "flat", childrenPercent: "", payer: "Vale Police", purpose: "", parts: [{ partnershipId: ids.alder, weight: "" }, { partnershipId: ids.birch, weight: "rubbish" }] });
    expect(result).toMatchObject({ success: true, data: { payer: null, childrenShare: 10_000, purpose: "", parts: [{ weight: 100 }, { weight: 100 }] } });
  });

  test("a partnership ticked twice has one part", () => {
    const [first] = good.parts;
    if (!first) throw new Error("no part");
    expect(read({ parts: [...good.parts, first] })).toMatchObject({ success: true, data: { parts: [{ partnershipId: ids.alder }, { partnershipId: ids.cedar }] } });
  });

  test.each<[field: string, message: string, Partial<TypedShared>]>([
    ["year", "Choose the financial year", { year: "2022-24" }],
    ["contributor", "Enter whose contribution it is", { contributor: "" }],
    ["contributor", "The contributor must be 2 characters or more", { contributor: "V" }],
    ["sector", "Choose what kind of body it is", { sector: "" }],
    ["payer", "Who pays must be 160 characters or fewer", { payer: "x".repeat(161) }],
    ["amount", "Enter the amount that is divided", { amount: "" }],
    ["amount", "The amount must be an amount in pounds, like 1,200.50", { amount: "lots" }],
    ["amount", "The amount cannot be less than £0", { amount: "-300" }],
    ["amount", "The amount must be more than £0", { amount: "0" }],
    ["amount", "The amount must be £1 billion or less", { amount: "1,000,000,000.01" }],
    ["childrenPercent", "How much of it is for children must be a percentage from 0 to 100, like 50 or 33.33", { childrenPercent: "101" }],
    ["purpose", "What it is for contains what is certainly a National Health Service (NHS) number. Remove it: it is public and must identify nobody", { purpose: "For child 943 476 5919" }],
    ["method", "Choose how it is divided", { method: "" }],
    ["part", "Choose at least two partnerships", { parts: [] }],
    ["part", "Choose at least two partnerships", { parts: good.parts.slice(1) }],
    ["part", "Choose from the list", { parts: [...good.parts, { partnershipId: "00000000-0000-4000-8000-000000000009", weight: "1" }] }],
    ["part", "Choose at most 160 partnerships", { parts: Array.from({ length: 161 }, () => ({ partnershipId: ids.alder, weight: "1" })) }],
    [`weight-${ids.birch}`, "Enter the weight of Birchmere", { parts: [...good.parts, { partnershipId: ids.birch, weight: " " }] }],
    [`weight-${ids.birch}`, "The weight of Birchmere must be a number or an amount, like 3 or 34,592", { parts: [...good.parts, { partnershipId: ids.birch, weight: "a third" }] }],
    [`weight-${ids.birch}`, "The weight of Birchmere must be a number or an amount, like 3 or 34,592", { parts: [...good.parts, { partnershipId: ids.birch, weight: "-3" }] }],
    [`weight-${ids.birch}`, "The weight of Birchmere must be more than 0. Leave the partnership out if it gets nothing", { parts: [...good.parts, { partnershipId: ids.birch, weight: "0" }] }],
    ["amount", "The amount is too small to divide like this: Alderwick would get nothing", { amount: "0.02", parts: [{ partnershipId: ids.alder, weight: "1" }, { partnershipId: ids.birch, weight: "100" }] }],
  ])("%s: %s", (field, message, changes) => {
    expect(errorsOf(changes)).toEqual({ [field]: message });
  });

  test("everything that is wrong is said at once", () => {
    expect(Object.keys(errorsOf({ year: "", contributor: "", amount: "x", method: "", parts: [] }))).toEqual(["year", "contributor", "amount", "method", "part"]);
    expect(Object.keys(errorsOf({ amount: "", parts: [{ partnershipId: ids.alder, weight: "" }, { partnershipId: ids.birch, weight: "x" }] }))).toEqual(["amount", `weight-${ids.alder}`, `weight-${ids.birch}`]);
  });
});

test.each([["Say why, so that the host knows what to change", ""], ["Say why in at least 5 characters", "No."], ["The reason must be 300 characters or fewer", "n".repeat(301)]])("a reason to decline: %s", (message, reason) => {
  expect(declinePartForm.safeParse({ reason }).error?.issues[0]?.message).toBe(message);
});

const part = (name: string, pence: number, state: PartView["state"]): PartView => ({ partnershipId: name, name, weight: 100, pence, childrenPence: 0, state, reason: null, answeredAt: null });

describe("the shares", () => {
  test("flat: the first named gets the penny left over; children's part is that of each line", () => {
    const parts = figuresOf(divide({ pence: 100, method: "flat" }, [part("A", 0, "proposed"), part("B", 0, "proposed"), part("C", 0, "proposed")]), 5_000);
    expect(parts.map(({ pence, childrenPence }) => [pence, childrenPence])).toEqual([[34, 17], [33, 17], [33, 17]]);
    expect(totalOf(parts)).toEqual({ pence: 100, childrenPence: 51 });
  });

  test("are open until the first is accepted, and once withdrawn no more", () => {
    const waiting = [part("A", 1, "proposed"), part("B", 1, "declined")];
    expect(isOpen({ withdrawnAt: null, parts: waiting })).toBe(true);
    expect(isOpen({ withdrawnAt: null, parts: [...waiting, part("C", 1, "accepted")] })).toBe(false);
    expect(isOpen({ withdrawnAt: new Date(0), parts: waiting })).toBe(false);
    expect(answersLine(waiting)).toBe("1 declined, 1 not answered");
  });
});

test("years to choose from, and a percentage as it is typed", () => {
  expect(yearsAround("2026-03-31")).toEqual(["2026-27", "2025-26", "2024-25", "2023-24", "2022-23", "2021-22", "2020-21"]);
  expect([typedPercent(5_000), typedPercent(3_333), typedPercent(0)]).toEqual(["50", "33.33", "0"]);
});
