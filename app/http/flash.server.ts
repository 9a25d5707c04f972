import { parseFlash, type Flash } from "#app/http/flash.ts";
import { redirectTo } from "#app/http/responses.ts";

/** Seconds a message waits for its page. */
const lifetime = 60;

/** `__Host-` pins the cookie to this host; browsers accept it over https only. */
function cookieFor(request: Request): { name: string; attributes: string } {
  const secure = new URL(request.url).protocol === "https:";
  return secure
    ? { name: "__Host-flash", attributes: "; Path=/; HttpOnly; SameSite=Lax; Secure" }
    : { name: "flash", attributes: "; Path=/; HttpOnly; SameSite=Lax" };
}

/** The Set-Cookie header that carries a message to the next page. */
export function flashHeader(request: Request, flash: Flash): string {
  const { name, attributes } = cookieFor(request);
  return `${name}=${Buffer.from(JSON.stringify(flash)).toString("base64url")}; Max-Age=${String(lifetime)}${attributes}`;
}

/** After a form that did something: to `path`, where `readFlash` finds the message. */
export function redirectWithFlash(request: Request, path: string, flash: Flash, headers?: HeadersInit): Response {
  const sent = new Headers(headers);
  sent.append("Set-Cookie", flashHeader(request, flash));
  return redirectTo(path, sent);
}

/**
 * The message waiting for this page, and the headers that make sure it is shown once:
 * `return data({ flash, … }, { headers })`. Both are empty when nothing waits.
 */
export function readFlash(request: Request): { flash: Flash | null; headers: Headers } {
  const { name, attributes } = cookieFor(request);
  const headers = new Headers();
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  if (value === undefined) return { flash: null, headers };
  headers.append("Set-Cookie", `${name}=; Max-Age=0${attributes}`);
  return { flash: decode(value), headers };
}

function decode(value: string): Flash | null {
  try {
    return parseFlash(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
