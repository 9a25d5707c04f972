import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { PublishPriority } from "#app/components/priorities/publish-priority.tsx";
import { previewPriority, publishPriority } from "#app/domain/priorities/publish-priority.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { text } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requirePriority } from "./require-priority.server.ts";

const title = "Publish the priority";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requirePriority(request, params, "publish-priorities");
  const { actor, partnership, priority, here } = member;
  const preview = await previewPriority(actor, partnership.id, priority.number);
  if (!preview) throw refusalResponse(refused("priority-not-agreed"), { href: here, text: "Open the priority" });
  return { frame: partnershipFrame(member), partnership, priority, here, ...preview, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, priority: { number }, here } = await requirePriority(request, params, "publish-priorities");
  const values = await readForm(request);
  const sent = readSubmission(values);
  const revision = /^\d{1,6}$/.exec(text(values, "revision"))?.[0];
  const outcome = revision === undefined ? refused("stale") : await publishPriority(actor, { partnershipId: partnership.id, number, revision: Number(revision) }, sent);
  if (!outcome.ok) throw refusalResponse(outcome, { href: `${here}/publish`, text: "See what would be published now" });
  return redirectWithFlash(request, here, { type: "success", text: `Update ${String(outcome.value.update)} is published.` });
}

export default function Publish() {
  const { frame, partnership, priority, here, outline, updates, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title}>
      <PublishPriority slug={partnership.slug} outline={outline} updates={updates} revision={priority.revision} submissionKey={submissionKey} here={here} />
    </PortalPage>
  );
}
