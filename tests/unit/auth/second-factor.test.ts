import { describe, expect, test } from "vitest";

import { seal, unseal } from "#app/auth/seal.server.ts";
import { network } from "#app/auth/throttle.server.ts";
import { isToken, newToken } from "#app/auth/tokens.server.ts";
import { newTotpSecret, totpAddress, totpCode, totpStep } from "#app/auth/totp.server.ts";

// RFC 6238, appendix B: the secret "12345678901234567890", of whose eight digits an authenticator shows the last six.
const rfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("codes", () => {
  test.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ])("at %i seconds the code is %s", (seconds, code) => {
    const at = new Date(seconds * 1_000);
    expect(totpCode(rfcSecret, at)).toBe(code);
    expect(totpStep(rfcSecret, code, at)).toBe(Math.floor(seconds / 30));
  });

  test("one step to either side is taken for a clock that is off, two are not", () => {
    const now = new Date("2026-11-22T12:00:15Z");
    const step = Math.floor(now.getTime() / 30_000);
    const steps = [-2, -1, 0, 1, 2].map((away) => totpStep(rfcSecret, totpCode(rfcSecret, new Date(now.getTime() + away * 30_000)), now));
    expect(steps).toEqual([null, step - 1, step, step + 1, null]);
  });

  test.each(["", "12345", "1234567", "abcdef", "１２３４５６"])("%j is no code", (code) => {
    expect(totpStep(rfcSecret, code, new Date(59_000))).toBeNull();
  });

  test("may be typed with a space, as apps show them", () => {
    expect(totpStep(rfcSecret, "287 082", new Date(59_000))).toBe(1);
  });

  test("an app is set up with the person's name and a secret of 160 bits", () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(totpAddress(secret, "Rowan Tallis"));
    expect(decodeURIComponent(address.pathname)).toContain("Safeguarding partnerships:Rowan Tallis");
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret, digits: "6", period: "30", algorithm: "SHA1" });
  });
});

describe("the seal", () => {
  const secret = "a secret of the installation, at least 32 long";
  test("opens for its owner alone", () => {
    const sealed = seal("GEZDGNBV", "person-1", secret);
    expect(sealed).not.toContain("GEZDGNBV");
    expect(unseal(sealed, "person-1", secret)).toBe("GEZDGNBV");
    expect(() => unseal(sealed, "person-2", secret)).toThrow();
    expect(() => unseal(sealed, "person-1", `${secret}!`)).toThrow();
    expect(seal("GEZDGNBV", "person-1", secret)).not.toBe(sealed);
  });

  test.each(["", "v1", "v1.AAAA.AAAA", "v2.AAAA.AAAA"])("%j does not open", (sealed) => {
    expect(() => unseal(sealed, "person-1", secret)).toThrow();
  });

  test("does not open with one bit changed", () => {
    const [version, nonce, body] = seal("GEZDGNBV", "person-1", secret).split(".");
    const bytes = Buffer.from(body ?? "", "base64url");
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    expect(() => unseal([version, nonce, bytes.toString("base64url")].join("."), "person-1", secret)).toThrow();
  });
});

describe("tokens", () => {
  test("are 256 bits, and nothing else is one", () => {
    expect(Buffer.from(newToken(), "base64url")).toHaveLength(32);
    expect(isToken(newToken())).toBe(true);
    expect([null, undefined, "", "x".repeat(42), "x".repeat(44), `${"x".repeat(42)}%`].map(isToken)).toEqual([false, false, false, false, false, false]);
  });
});

describe("whose tries count together", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["2001:0db8::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
  ])("%s as %s", (address, counted) => {
    expect(network(address)).toBe(counted);
  });
});
