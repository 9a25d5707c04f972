import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { NamingForm } from "#app/components/agencies/naming-form.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { namingForm, proposedSha256 } from "#app/domain/agencies/forms.server.ts";
import { type Named, nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { listProposed } from "#app/domain/agencies/queries.server.ts";
import { isListHeld } from "#app/domain/agencies/takedowns/queries.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { list, text, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "Name proposed agencies";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "name-agencies");
  const { actor, partnership } = member;
  const proposed = await listProposed(actor, partnership.id);
  return { frame: partnershipFrame(member), partnership, proposed, shown: proposedSha256(proposed), held: await isListHeld(actor, partnership.id), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "name-agencies");
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: { category: [], ...withoutSecrets(values) }, errors }, { status });
  const form = namingForm(await listProposed(actor, partnership.id)).safeParse({ ...toObject(values), category: [...list(values, "category")], without: [...list(values, "without")], shown: text(values, "shown") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await nameAgencies(actor, { partnershipId: partnership.id, ...form.data }, readSubmission(values));
  const path = agenciesPath(partnership.slug);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: said(outcome.value, await isListHeld(actor, partnership.id)) });
  if (outcome.refusal === "stale") return again(oneError(`${outcome.detail ?? "One of them"} is not proposed any more. Nothing was named: look at the list again.`), 409);
  if (outcome.refusal === "agency-closed") return again(oneError(`${outcome.detail ?? "One of them"} closed, so it cannot be named. Look at the list again.`), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the register" });
}

function said({ named, letters, withoutAddress }: Named, held: boolean): string {
  const count = (many: number, one: string, more: string) => (many === 1 ? `1 ${one}` : `${many.toLocaleString("en-GB")} ${more}`);
  return [
    `${count(named, "agency is", "agencies are")} ${held ? "named. The public list is down: it is not published yet." : "named and published."}`,
    ...(letters > 0 ? [`${count(letters, "letter is on its way.", "letters are on their way.")}`] : []),
    ...(withoutAddress > 0 ? [`${withoutAddress === named ? (named === 1 ? "It has" : "They have") : `${count(withoutAddress, "has", "have")}`} nobody to tell: fill in ${withoutAddress === 1 ? "its address" : "their addresses"} under Acknowledgement.`] : []),
  ].join(" ");
}

export default function NameAgencies() {
  const { frame, partnership, proposed, shown, held, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the register" }} caption="Relevant agencies" title={title} errors={answer?.errors}>
      {proposed.length === 0 ? (
        <p className="govuk-body">No agency is proposed now. Add one to the register first, or take a file in.</p>
      ) : (
        <>
          <p className="govuk-body">An agency that is named from the Schedule must act in accordance with the published arrangements. The list, with why each was chosen, is public {held ? "when somebody publishes it again: it was taken down" : "at once"}. Each that has an e-mail address for notices is told at once too, and asked to acknowledge.</p>
          <NamingForm proposed={proposed} shown={shown} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
        </>
      )}
    </PortalPage>
  );
}
