import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { NotingPage } from "#app/components/decisions/noting-page.tsx";
import { decisionsPath } from "#app/components/decisions/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { notingForm } from "#app/domain/decisions/forms.server.ts";
import { noteDecisions } from "#app/domain/decisions/note-decisions.server.ts";
import { getNotingList } from "#app/domain/decisions/notings.server.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "What the delegates decided";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-decisions");
  const { actor, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, list: await getNotingList(actor, partnership.id), submissionKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "note-decisions");
  const values = await readForm(request);
  const here = decisionsPath(partnership.slug, "to-note");
  const form = notingForm.safeParse(toObject(values));
  if (!form.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const outcome = await noteDecisions(actor, { partnershipId: partnership.id, ...form.data }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "Open the list" });
  const { noted } = outcome.value;
  return redirectWithFlash(request, here, { type: "success", text: noted === 1 ? "You noted one decision." : `You noted ${String(noted)} decisions.` });
}

export default function ToNote() {
  const { frame, partnership, flash, list, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: decisionsPath(partnership.slug), text: "Back to the decisions" }} caption="Decisions" title={title} flash={flash} wide>
      <NotingPage slug={partnership.slug} {...list} submissionKey={submissionKey} />
    </PortalPage>
  );
}
