import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { EditionChangeView } from "#app/components/guidance/edition-change.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { adoptEdition } from "#app/domain/guidance/adopt-edition.server.ts";
import { findEditionMove } from "#app/domain/guidance/edition-queries.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm, text } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `What ${found?.move.to.title ?? "the edition"} changes`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "adopt-edition");
  const move = await findEditionMove(member.actor, member.partnership.id, params.edition ?? "");
  if (!move) throw notFound();
  return data({ frame: partnershipFrame(member), partnership: member.partnership, move, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "adopt-edition");
  const values = await readForm(request);
  const list = `/portal/${partnership.slug}/guidance`;
  const outcome = await adoptEdition(actor, { partnershipId: partnership.id, editionId: params.edition ?? "", from: text(values, "from") }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: list, text: "Back to the guidance you work under" });
  return redirectWithFlash(request, list, { type: "success", text: `The partnership works under ${outcome.value.title} from today. The drafts follow it.` });
}

export default function AdoptEdition() {
  const { frame, partnership, move, submissionKey } = useLoaderData<typeof loader>();
  const { from, to, change, answeredBy, drafts } = move;
  return (
    <PortalFrame {...frame} before={<BackLink href={`/portal/${partnership.slug}/guidance`} text="Back to the guidance you work under" />}>
      <span className="govuk-caption-l">From {from.title}</span>
      <h1 className="govuk-heading-l">What {to.title} changes</h1>
      <p className="govuk-body-l">For your arrangements: {change.added.length} new, {change.changed.length} changed, {change.gone.length} no longer asked for.</p>
      <EditionChangeView change={change} answeredBy={answeredBy} />
      <h2 className="govuk-heading-m">Moving to this edition</h2>
      <p className="govuk-body">
        {drafts === 0 ? "Nothing has been drafted yet. New drafts will follow it." : "Your drafts follow it at once: every text stays, and what is new appears as not covered yet."} Versions that are frozen or published keep the edition they were made under. The change is published with who is accountable, and cannot be taken back.
      </p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="from" value={from.id} />
        <Button>Work under {to.title} from today</Button>
      </form>
    </PortalFrame>
  );
}
