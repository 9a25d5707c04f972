import { describe, expect, it } from "vitest";

import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { parseFlash, type Flash } from "#app/http/flash.ts";

const flash: Flash = { type: "success", text: "Version 3 frozen for signature – “£”", link: { href: "/portal/northmoor", text: "See who must sign" } };

function request(origin: string, cookie?: string): Request {
  return new Request(`${origin}/portal`, { headers: cookie ? { Cookie: cookie } : {} });
}

describe("flash", () => {
  it.each([
    { origin: "https://portal.example", name: "__Host-flash", secure: true },
    { origin: "http://localhost:3000", name: "flash", secure: false },
  ])("goes round once over $origin", ({ origin, name, secure }) => {
    const response = redirectWithFlash(request(origin), "/portal/northmoor", flash);
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/portal/northmoor"]);
    const cookie = response.headers.get("Set-Cookie") ?? "";
    expect(cookie).toMatch(new RegExp(`^${name}=[\\w-]+; Max-Age=60; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}$`));

    const read = readFlash(request(origin, `other=1; ${cookie.split(";")[0] ?? ""}`));
    expect(read.flash).toEqual(flash);
    expect(read.headers.get("Set-Cookie")).toMatch(new RegExp(`^${name}=; Max-Age=0; Path=/`));
  });

  it("does nothing to a request without one", () => {
    const read = readFlash(request("https://portal.example", "session=1"));
    expect([read.flash, [...read.headers]]).toEqual([null, []]);
  });

  it("takes no message that another host could have set", () => {
    const forged = Buffer.from(JSON.stringify(flash)).toString("base64url");
    expect(readFlash(request("https://portal.example", `flash=${forged}`)).flash).toBeNull();
  });

  it("drops a cookie that is not a message, and clears it", () => {
    const read = readFlash(request("http://localhost:3000", "flash=not-json"));
    expect(read.flash).toBeNull();
    expect(read.headers.get("Set-Cookie")).toContain("Max-Age=0");
  });

  it.each([null, 1, {}, { text: "" }, { text: 5 }, { text: "a".repeat(401) }])("reads nothing from %j", (value) => {
    expect(parseFlash(value)).toBeNull();
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])("drops a link to %s", (href) => {
    expect(parseFlash({ text: "Saved", link: { href, text: "Go" } })).toEqual({ text: "Saved" });
  });
});
