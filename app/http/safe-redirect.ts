// A base that no request has, so that anything that leaves it is seen to.
const nowhere = "https://same-origin.invalid";

/**
 * The path to send a user to after signing in or saving: `to` when it is a path on this site, otherwise `fallback`.
 * Refused: other origins, `//host`, any backslash (browsers read it as a slash), control characters, and the same
 * things percent-encoded at the start, since a later redirect might decode them.
 */
export function safeRedirect(to: string | null | undefined, fallback = "/"): string {
  if (!to || to.length > 2048 || !isPath(to)) return fallback;
  const start = decoded(to.split(/[?#]/)[0] ?? "");
  if (start === null || !isPath(start)) return fallback;
  const url = parsed(to);
  return url && url.origin === nowhere && isPath(url.pathname) ? `${url.pathname}${url.search}${url.hash}` : fallback;
}

function isPath(value: string): boolean {
  return value.startsWith("/") && !value.startsWith("//") && !value.includes("\\") && !/\p{Cc}/u.test(value);
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function parsed(value: string): URL | null {
  try {
    return new URL(value, nowhere);
  } catch {
    return null;
  }
}
