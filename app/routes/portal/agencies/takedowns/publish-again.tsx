import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PublishAgain } from "#app/components/agencies/takedowns/publish-again.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { publishAgainForm } from "#app/domain/agencies/takedowns/forms.server.ts";
import { publishListAgain } from "#app/domain/agencies/takedowns/publish-list-again.server.ts";
import { listTakedowns } from "#app/domain/agencies/takedowns/queries.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "Publish the list of agencies again";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "name-agencies");
  const { actor, partnership } = member;
  const hold = (await listTakedowns(actor, partnership.id)).find((each) => each.holds) ?? null;
  return { frame: partnershipFrame(member), partnership, hold, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "name-agencies");
  const values = await readForm(request);
  const form = publishAgainForm.safeParse(toObject(values));
  if (!form.success) return data({ errors: fieldErrors(form.error) }, { status: 422 });
  const path = agenciesPath(partnership.slug);
  const outcome = await publishListAgain(actor, { partnershipId: partnership.id }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the register" });
  return redirectWithFlash(request, path, { type: "success", text: "The list of agencies is published again." });
}

export default function PublishListAgain() {
  const { frame, partnership, hold, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the register" }} caption={partnership.name} title={title} errors={answer?.errors}>
      <PublishAgain hold={hold} error={answer?.errors.fields["putRight"]} submissionKey={submissionKey} registerHref={path} />
    </PortalPage>
  );
}
