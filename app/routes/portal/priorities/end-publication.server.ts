import { data } from "@remix-run/node";

import { reasonForm } from "#app/domain/priorities/forms.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import type { requirePublished } from "./require-published.server.ts";

type Published = Awaited<ReturnType<typeof requirePublished>>;
type Command = (actor: Published["actor"], input: { partnershipId: string; number: number; reason: string }, submission: Submission) => Promise<Outcome<null>>;

/** Reads the reason and ends what is published; answers the page again when there is none. */
export async function endPublication(request: Request, { actor, partnership, number, back }: Published, command: Command, said: string) {
  const values = await readForm(request);
  const typed = rawText(values, "reason");
  const form = reasonForm.safeParse({ reason: typed });
  if (!form.success) return data({ typed, errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await command(actor, { partnershipId: partnership.id, number, ...form.data }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: said });
}
