import { env } from "#app/env.server.ts";

/** `__Host-` pins a cookie to this host and needs https; a demonstration on plain http uses a plain name. */
export function cookiesAreSecure(): boolean {
  return env().ORIGIN.startsWith("https:");
}

export function hostCookieName(name: string): string {
  return cookiesAreSecure() ? `__Host-${name}` : name;
}

/** The value of a cookie exactly as sent, or null. */
export function readCookie(request: Request, name: string): string | null {
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/** A Set-Cookie header for a value that only this host reads, for so many seconds; 0 takes it away. */
export function hostCookie(name: string, value: string, seconds: number): string {
  const secure = cookiesAreSecure() ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${String(seconds)}; HttpOnly; SameSite=Lax${secure}`;
}
