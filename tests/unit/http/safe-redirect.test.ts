import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { safeRedirect } from "#app/http/safe-redirect.ts";

describe("safeRedirect", () => {
  it.each([
    ["/", "/"],
    ["/portal/northmoor", "/portal/northmoor"],
    ["/portal?page=2&next=//evil.example#top", "/portal?page=2&next=//evil.example#top"],
    ["/verify/41ab%20c", "/verify/41ab%20c"],
    ["/a/../b", "/b"],
  ])("keeps %j", (to, expected) => {
    expect(safeRedirect(to, "/home")).toBe(expected);
  });

  it.each([
    [null],
    [undefined],
    [""],
    ["portal"],
    ["https://evil.example/"],
    ["javascript:alert(1)"],
    ["//evil.example"],
    ["///evil.example"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["/a\\b"],
    ["/%2fevil.example"],
    ["/%2F%2Fevil.example"],
    ["/%5cevil.example"],
    ["/\t/evil.example"],
    ["/%09/evil.example"],
    ["/\n/evil.example"],
    ["/..//evil.example"],
    ["/.//evil.example"],
    ["/%"],
    ["/%ff"],
    [" /portal"],
    [`/${"a".repeat(2048)}`],
  ])("refuses %j", (to) => {
    expect(safeRedirect(to, "/home")).toBe("/home");
  });

  it("never leaves the site, whatever it is given", () => {
    const pieces = fc.array(fc.constantFrom("/", "\\", "%2f", "%5c", ".", "..", "@", ":", "evil.example", "?", "#", "\t", "%09", "%00", "a"), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const to = safeRedirect(`/${parts.join("")}`, "/home");
        expect(new URL(to, "https://portal.example").origin).toBe("https://portal.example");
      }),
    );
  });
});
