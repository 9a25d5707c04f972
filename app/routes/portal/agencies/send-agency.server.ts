import { data } from "@remix-run/node";

import type { MemberOf } from "#app/auth/require-actor.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { agencyForm } from "#app/domain/agencies/forms.server.ts";
import { getChoices } from "#app/domain/agencies/queries.server.ts";
import { recordAgency } from "#app/domain/agencies/record-agency.server.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, list, sent, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** Reads the form of an agency and records it; null adds one. Answers the page again when something is wrong. */
export async function sendAgency(request: Request, { actor, partnership }: MemberOf, agency: AgencyView | null) {
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number, repeated = sent(values, "repeated")) => data({ values: withoutSecrets(values), errors, repeated }, { status });
  const days = { toldOn: dateParts(values, "toldOn"), acknowledgedOn: dateParts(values, "acknowledgedOn") };
  const typed = { inclusion: "", ...toObject(values), ...days, areas: [...list(values, "areas")], audits: [...list(values, "audits")] };
  const form = agencyForm(await getChoices(actor, partnership.id), { withBody: agency?.ours ?? true }).safeParse(typed);
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await recordAgency(actor, { partnershipId: partnership.id, membershipId: agency?.id ?? null, ...form.data }, readSubmission(values));
  if (!outcome.ok) {
    switch (outcome.refusal) {
      case "agency-repeated":
        return again(oneError(`${outcome.detail ?? "This body"} is in the register already. If it is another body of the same name, say so below and send the form again.`, "legalName"), 409, true);
      case "agency-number-taken":
        return again(oneError(refusals["agency-number-taken"].text, "urn"), 409);
      case "reason-needed":
        return again(oneError("Say why it is chosen: it is named, so the reason is published", "reason"), 422);
      case "stale":
        return again(oneError("Somebody else changed this agency first. Open it in another tab to see what is there now; what you typed is below."), 409);
      default:
        throw refusalResponse(outcome, { href: agenciesPath(partnership.slug), text: "Open the register" });
    }
  }
  const { membershipId, known } = outcome.value;
  const said = agency ? "The agency is saved." : known ? "The agency is added. Another partnership recorded it before, and keeps its name and numbers." : "The agency is added, as proposed.";
  return redirectWithFlash(request, agenciesPath(partnership.slug, membershipId), { type: "success", text: said });
}
