import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { publicVersionPath, versionPath } from "#app/components/versions/paths.ts";
import { PublishSummary } from "#app/components/versions/publish-summary.tsx";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireApproved } from "./require-approved.server.ts";
import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Publish version ${String(found?.version.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params, "publish");
  const { version, partnership } = member;
  requireApproved(member);
  await requireConfirmed(request, member.me);
  return { frame: partnershipFrame(member), partnership, at: member.at, version, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, version, at } = await requireVersion(request, params, "publish");
  const submission = readSubmission(await readForm(request));
  const here = versionPath(at, version.number);
  const outcome = await publishVersion(actor, { partnershipId: partnership.id, versionId: version.id }, submission);
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: `See version ${String(version.number)}` });
  return redirectWithFlash(request, here, {
    type: "success",
    text: `Version ${String(outcome.value.number)} is published`,
    link: { href: publicVersionPath(at, outcome.value.number), text: "See the public page" },
  });
}

export default function Publish() {
  const { frame, partnership, at, version, submissionKey } = useLoaderData<typeof loader>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={version.number} title={`Check before you publish version ${String(version.number)}`}>
      <p className="govuk-body">Anybody will be able to read this version at once, without an account. It can be withdrawn later with a public reason, but not undone: its address and its record stay for ever.</p>
      {version.schedule && <InsetText>It is set to be published on {showMoment(version.schedule.dueAt)}, London time. Publishing it now takes it off the schedule.</InsetText>}
      <PublishSummary at={at} version={version} />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button>Publish version {version.number}</Button>
          <a className="govuk-link" href={versionPath(at, version.number)}>Cancel</a>
        </ButtonGroup>
      </form>
    </ActPage>
  );
}
