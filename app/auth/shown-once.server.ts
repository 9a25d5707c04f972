import { hostCookie, hostCookieName, readCookie } from "./cookies.server.ts";
import { seal, unseal } from "./seal.server.ts";

const seconds = 120;
const cookieName = () => hostCookieName("recovery-codes");

/**
 * Carries recovery codes from the form that made them to the page that shows them, once, sealed for their owner: the
 * browser cannot read them, the database never has them, and loading the page again does not send the form again.
 */
export function codesCookie(personId: string, codes: readonly string[]): string {
  return hostCookie(cookieName(), seal(codes.join(" "), `recovery-codes:${personId}`), seconds);
}

/** The codes waiting to be shown to this person, or null; with the Set-Cookie header that takes them away. */
export function takeCodes(request: Request, personId: string): { codes: string[]; setCookie: string } | null {
  const sealed = readCookie(request, cookieName());
  if (!sealed) return null;
  try {
    return { codes: unseal(sealed, `recovery-codes:${personId}`).split(" "), setCookie: hostCookie(cookieName(), "", 0) };
  } catch {
    return null;
  }
}
