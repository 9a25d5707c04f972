import { describe, expect, test } from "vitest";

import { type PageArea, portalNavigation, publicNavigation } from "#app/components/frame/partnership-areas.ts";

const current = (items: { text: string; active?: boolean }[]) => items.filter((item) => item.active).map((item) => item.text);

describe("the areas of a partnership", () => {
  test("stand in one order on the public site and in the portal", () => {
    const labels = publicNavigation("northmoor").map((item) => item.text);
    expect(labels).toContain("Funding");
    expect(portalNavigation("northmoor").map((item) => item.text)).toEqual(["Home", ...labels.filter((label) => label !== "Decisions"), "Meetings", "Decisions", "Actions"]);
    expect(publicNavigation("northmoor").find((item) => item.text === "Funding")?.href).toBe("/partnerships/northmoor/funding");
    expect(portalNavigation("northmoor").find((item) => item.text === "Funding")?.href).toBe("/portal/northmoor/funding");
  });

  test.each<[PageArea, string]>([
    ["funding", "Funding"],
    ["budget-2025-26", "Funding"],
    ["budget-2098-99", "Funding"],
    ["arrangements", "Arrangements"],
    ["threshold-document", "Threshold document"],
    ["assessment-protocol", "Assessment protocol"],
    ["people", "People"],
  ])("a page of %s is in %s and nowhere else", (page, area) => {
    expect(current(publicNavigation("northmoor", page))).toEqual([area]);
    expect(current(portalNavigation("northmoor", page))).toEqual([area]);
  });

  test("are a few for whoever sees no more; a representative finds their own agency under Agencies", () => {
    expect(portalNavigation("northmoor", "people", "people").map((item) => item.href)).toEqual(["/portal/northmoor/people"]);
    const own = portalNavigation("northmoor", "agencies", "own");
    expect(own.map((item) => item.href)).toEqual(["", "/people", "/funding", "/your-agency", "/actions", "/assessments", "/information-requests"].map((path) => `/portal/northmoor${path}`));
    expect(current(own)).toEqual(["Agencies"]);
  });

  test("a page of none is in none", () => {
    expect(current(publicNavigation("northmoor"))).toEqual([]);
    expect(current(portalNavigation("northmoor", "home"))).toEqual(["Home"]);
  });
});
