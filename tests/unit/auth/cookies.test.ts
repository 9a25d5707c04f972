import { afterAll, beforeAll, expect, test } from "vitest";

import { hostCookie, hostCookieName, readCookie } from "#app/auth/cookies.server.ts";
import { sessionCookie, sessionCookieName } from "#app/auth/lucia.server.ts";
import { forgetEnvironment } from "#app/env.server.ts";

beforeAll(() => {
  process.env.ORIGIN = "https://safeguarding.example.org";
  forgetEnvironment();
});
afterAll(() => {
  delete process.env.ORIGIN;
  forgetEnvironment();
});

test("over https the session's cookie is pinned to the host and sent over https alone", () => {
  expect(sessionCookieName()).toBe("__Host-session");
  const expires = new Date(Date.now() + 3_600_000);
  const cookie = sessionCookie("t".repeat(43), expires);
  expect(cookie).toMatch(/^__Host-session=t{43}; /);
  const attributes = cookie.split("; ").slice(1).map((each) => each.replace(/^(Max-Age=)\d+$/, "$1…"));
  expect(attributes.sort()).toEqual([`Expires=${expires.toUTCString()}`, "HttpOnly", "Max-Age=…", "Path=/", "SameSite=Lax", "Secure"]);
  expect(cookie).not.toMatch(/Domain/i);
});

test("signing out takes it away", () => {
  expect(sessionCookie(null)).toBe("__Host-session=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure");
});

test("the cookie between the two steps is as strict", () => {
  expect(hostCookie(hostCookieName("sign-in"), "x", 300)).toBe("__Host-sign-in=x; Path=/; Max-Age=300; HttpOnly; SameSite=Lax; Secure");
});

test.each([
  [null, null],
  ["", null],
  ["session=a", "a"],
  ["x=1; session=a=b; y=2", "a=b"],
  ["xsession=a", null],
  ["session=%E0%A4%A", "%E0%A4%A"],
])("reads %j as %j", (header, value) => {
  const request = new Request("http://localhost/", header === null ? {} : { headers: { Cookie: header } });
  expect(readCookie(request, "session")).toBe(value);
});
