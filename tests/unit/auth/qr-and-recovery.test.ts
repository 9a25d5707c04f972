import { describe, expect, test } from "vitest";

import { browserFamily } from "#app/auth/browser-family.ts";
import { helpForm, recoveryCodeForm } from "#app/auth/forms.server.ts";
import { qrCode } from "#app/auth/qr-code.server.ts";
import { newRecoveryCodes, readRecoveryCode, recoveryCodeHmac } from "#app/auth/recovery-codes.server.ts";
import { newTotpSecret, totpAddress } from "#app/auth/totp.server.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

/** The squares of a drawn code, back from its path. */
function modulesOf({ size, path }: { size: number; path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(length); at += 1) (rows[Number(y)] ?? [])[Number(x) + at] = true;
  }
  return rows;
}

describe("a QR code", () => {
  const address = totpAddress(newTotpSecret(), "Rowan Tallis");
  const modules = modulesOf(qrCode(address));

  test("is a square with a quiet border of four and the three finder patterns", () => {
    const { size } = qrCode(address);
    expect((size - 8 - 17) % 4).toBe(0);
    for (const edge of [0, 1, 2, 3, size - 1, size - 2, size - 3, size - 4]) {
      expect(modules[edge]?.some(Boolean)).toBe(false);
      expect(modules.some((row) => row[edge])).toBe(false);
    }
    const finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
    for (const [top, left] of [[4, 4], [4, size - 11], [size - 11, 4]] as const) {
      expect(modules.slice(top, top + 7).map((row) => row.slice(left, left + 7).map((dark) => (dark ? "#" : ".")).join(""))).toEqual(finder);
    }
  });

  test("differs from secret to secret and is plain path data", () => {
    expect(qrCode(address).path).not.toBe(qrCode(totpAddress(newTotpSecret(), "Rowan Tallis")).path);
    expect(qrCode(address).path).toMatch(/^[MhvZz0-9 -]+$/);
  });
});

describe("recovery codes", () => {
  test("are ten, all different, twelve letters and figures that are not taken for one another", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test.each([
    ["7KQ2-M9XD-0TRW", "7KQ2M9XD0TRW"],
    [" 7kq2 m9xd otrw ", "7KQ2M9XD0TRW"],
    ["7KQ2–M9XD–iLRW", "7KQ2M9XD11RW"],
    ["7KQ2-M9XD-0TR", null],
    ["7KQ2-M9XD-0TRWX", null],
    ["123456", null],
    ["7KQ2-M9XD-0TRU", null],
    ["", null],
  ])("%j is read as %j", (typed, code) => {
    expect(readRecoveryCode(typed)).toBe(code);
  });

  test("are kept as an HMAC bound to their owner and to a key outside the database", () => {
    const kept = recoveryCodeHmac("person-1", "7KQ2-M9XD-0TRW", "one secret of thirty-two characters");
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    expect(recoveryCodeHmac("person-1", "7kq2m9xdOtrw", "one secret of thirty-two characters")).toBe(kept);
    expect(recoveryCodeHmac("person-2", "7KQ2-M9XD-0TRW", "one secret of thirty-two characters")).not.toBe(kept);
    expect(recoveryCodeHmac("person-1", "7KQ2-M9XD-0TRW", "another secret of thirty-two chars.")).not.toBe(kept);
  });
});

describe("the forms", () => {
  test("say how to put it right", () => {
    const errors = (form: typeof helpForm | typeof recoveryCodeForm, input: Record<string, string>) => {
      const parsed = form.safeParse(input);
      return parsed.success ? {} : fieldErrors(parsed.error).fields;
    };
    expect(errors(helpForm, { email: " " })).toEqual({ email: "Enter your e-mail address" });
    expect(errors(helpForm, { email: "a b@c" })).toEqual({ email: "Enter an e-mail address in the right format, like name@example.org" });
    expect(errors(helpForm, { email: "a@b" })).toEqual({});
    expect(errors(recoveryCodeForm, { recoveryCode: " " })).toEqual({ recoveryCode: "Enter one of your recovery codes" });
    expect(errors(recoveryCodeForm, { recoveryCode: "x".repeat(101) })).toEqual({ recoveryCode: "The recovery code is not right" });
  });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari on iPhone"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0", "Edge on Windows"],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36", "Chrome on Android"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15", "Safari on Mac"],
  ["Something on Linux", "A browser on Linux"],
  ["curl/8.5.0", null],
  ["", null],
  [null, null],
])("%j is %j", (agent, family) => {
  expect(browserFamily(agent)).toBe(family);
});
