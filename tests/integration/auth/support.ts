import { signInWithPassword } from "#app/auth/sign-in.server.ts";
import { testPassword } from "#tests/support/accounts.ts";

/** The network address that tries are counted against. */
export const from = "203.0.113.1";

/** A request that brings the cookies a reply has set. */
export function withCookies(setCookies: readonly string[]): Request {
  return new Request("http://localhost/", { headers: { Cookie: setCookies.map((cookie) => cookie.split(";")[0]).join("; ") } });
}

/** The browser past the password, awaiting its second step. */
export async function pastPassword(email: string, password = testPassword): Promise<Request> {
  const result = await signInWithPassword(new Request("http://localhost/sign-in"), { email, password }, from);
  if (!("setCookies" in result)) throw new Error(`the password was not taken: ${result.kind}`);
  return withCookies(result.setCookies);
}
