import { data } from "@remix-run/node";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator, type SignedIn } from "#app/auth/require-actor.server.ts";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import type { AccountSummary } from "#app/domain/people/account-summary.ts";
import { findAccount } from "#app/domain/people/accounts.server.ts";
import { setAccountSuspended } from "#app/domain/people/suspend-account.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** The account in the address, for an administrator. Throws 404. */
export async function requireAccount(request: Request, personId: string | undefined): Promise<SignedIn & { account: AccountSummary }> {
  const signedIn = await requireAdministrator(request);
  const account = isIdentifier(personId) ? await findAccount(signedIn.actor, personId) : null;
  if (!account) throw notFound();
  return { ...signedIn, account };
}

/** What a page that asks about an account shows. */
export async function loadAccount(request: Request, personId: string | undefined) {
  const { account, ...signedIn } = await requireAccount(request, personId);
  return data({ frame: personFrame(signedIn), account: { name: account.name ?? account.email, email: account.email }, submissionKey: newSubmissionKey() });
}

/** Suspends or restores, then back to the list with what happened. */
export async function changeAccount(request: Request, personId: string | undefined, { suspended }: { suspended: boolean }): Promise<Response> {
  const { actor } = await requireAdministrator(request);
  if (!isIdentifier(personId)) throw notFound();
  const submission = readSubmission(await readForm(request));
  const outcome = await setAccountSuspended(actor, { personId, suspended }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: "/admin/accounts", text: "See all accounts" });
  const account = await findAccount(actor, personId);
  return redirectWithFlash(request, "/admin/accounts", { type: "success", text: `The account of ${account ? (account.name ?? account.email) : "this person"} is ${suspended ? "suspended" : "restored"}` });
}
