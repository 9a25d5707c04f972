import { data } from "@remix-run/node";

import { oneError } from "#app/http/field-errors.ts";
import { flashHeader } from "#app/http/flash.server.ts";
import { type FormValues, withoutSecrets } from "#app/http/form-values.ts";
import { redirectTo } from "#app/http/responses.ts";
import { safeRedirect } from "#app/http/safe-redirect.ts";

import type { NotConfirmed } from "./confirm-identity.server.ts";
import type { Continued } from "./sign-in.server.ts";
import { tooManyTries } from "./throttle.server.ts";

const afterSignIn = "/portal";

/** Where the person wanted to go: a path of this site, from `?next=`. */
export function wantedPath(request: Request, fallback = afterSignIn): string {
  return safeRedirect(new URL(request.url).searchParams.get("next"), fallback);
}

/** An address of signing in that remembers where the person wanted to go. */
export function keepWanted(request: Request, path: string): string {
  const wanted = wantedPath(request, "");
  return wanted === "" ? path : `${path}?next=${encodeURIComponent(wanted)}`;
}

/** On to the next step of signing in, or to where the person wanted to go. */
export function goOn(request: Request, { kind, setCookies }: Continued): Response {
  const steps = { "signed-in": wantedPath(request), code: keepWanted(request, "/sign-in/code"), enrol: keepWanted(request, "/sign-in/second-factor") };
  return redirectTo(steps[kind], withCookies(setCookies));
}

/** Back to the start of signing in, saying why. */
export function startAgain(request: Request): Response {
  const why = flashHeader(request, { text: "Sign in again: that took too long, or was already done in another tab." });
  return redirectTo(keepWanted(request, "/sign-in"), withCookies([why]));
}

/** The form again, with what is wrong; 422. */
export function comeBack(values: FormValues, errors: ReturnType<typeof oneError>) {
  return data({ values: withoutSecrets(values), errors }, { status: 422 });
}

/** The form again, saying when to try; 429. */
export function waitFor(values: FormValues, waitUntil: Date) {
  return data({ values: withoutSecrets(values), errors: oneError(tooManyTries(waitUntil)) }, { status: 429, headers: { "Retry-After": waitUntil.toUTCString() } });
}

/** The form that confirms an identity again, with what is wrong. */
export function notConfirmed({ errors, status }: NotConfirmed) {
  return data({ errors }, { status });
}

/** Headers that set these cookies. */
export function withCookies(setCookies: string[]): Headers {
  const headers = new Headers();
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return headers;
}
