import { describe, expect, it } from "vitest";

import { maskedPath } from "#server/logging.ts";

const token = "k3J9xQm2Lr7TzVb4Wc8Nd1Pf6Hg5Ys0A";

describe("maskedPath", () => {
  it.each([
    ["/partnerships/north-wessex/arrangements/versions/3", "/partnerships/north-wessex/arrangements/versions/3"],
    ["/?q=Jane+Doe", "/"],
    ["/sign-in?then=/portal#top", "/sign-in"],
    [`/invitations/${token}`, "/invitations/[masked]"],
    [`/acknowledge/${token}/correct`, "/acknowledge/[masked]/correct"],
    ["/acknowledge/short", "/acknowledge/[masked]"],
    ["/second-factor/short/password", "/second-factor/[masked]/password"],
    [`/somewhere/${token}/else`, "/somewhere/[masked]/else"],
    ["/people/jane@example.org", "/people/[masked]"],
    ["/people/jane%40example.org", "/people/[masked]"],
    [`/verify/${"0f".repeat(32)}`, `/verify/${"0f".repeat(32)}`],
    ["/portal/x/versions/0b8a1f0e-6c9b-4c1e-9a57-2f7b8a0c1d2e", "/portal/x/versions/0b8a1f0e-6c9b-4c1e-9a57-2f7b8a0c1d2e"],
  ])("%s is logged as %s", (address, logged) => {
    expect(maskedPath(address)).toBe(logged);
  });

  it("keeps to 200 characters", () => {
    expect(maskedPath(`/${"a".repeat(1_000)}`)).toHaveLength(200);
  });
});
