import { randomUUID } from "node:crypto";

import type { Submission } from "#app/domain/shared/change.server.ts";
import { refusals, type Outcome } from "#app/domain/shared/refusals.ts";

import { type FormValues, text, withoutSecrets } from "./form-values.ts";
import { notFound, refused } from "./responses.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The hidden key a loader gives to a form that changes something: see components/portal/submission-key.tsx. */
export function newSubmissionKey(): string {
  return randomUUID();
}

/** The form as a command wants it: its key, and every field except secrets. Throws 400 when the key is missing. */
export function readSubmission(values: FormValues): Submission {
  const key = text(values, "submission");
  if (!uuid.test(key)) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const { submission: _key, ...fields } = withoutSecrets(values);
  return { key, fields };
}

/**
 * The page for a refusal that no field of the form can put right.
 * @param headers what must reach the browser all the same, such as the cookie of a session just replaced
 */
export function refusalResponse(outcome: Extract<Outcome<unknown>, { ok: false }>, next?: { href: string; text: string }, headers: HeadersInit = {}): Response {
  const { status, title, text: message } = refusals[outcome.refusal];
  const said = outcome.refusal === "not-found" ? notFound() : refused(status, { title, message, ...(outcome.detail ? { reasons: [outcome.detail] } : {}), ...(next ? { next } : {}) });
  new Headers(headers).forEach((value, name) => said.headers.append(name, value));
  return said;
}
