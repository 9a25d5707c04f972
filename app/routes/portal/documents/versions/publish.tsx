import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { publicVersionPath, versionPath } from "#app/components/versions/paths.ts";
import { PublishSummary } from "#app/components/versions/publish-summary.tsx";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { missingSeats } from "#app/domain/documents/rules.ts";
import { stateLine } from "#app/domain/documents/version-state.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import type { DocumentMember } from "../require-document.server.ts";
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

/** Throws a page that says who is missing, or what became of the version. */
function requireApproved({ at, version }: DocumentMember & { version: VersionView }): void {
  if (version.status === "approved") return;
  const next = { href: versionPath(at, version.number), text: `See version ${String(version.number)}` };
  const signed = version.seats.filter((seat) => seat.signature);
  if (version.status !== "awaiting") throw refusalResponse(refused("version-not-in-that-state", `${stateLine(version)}.`), next);
  const missing = missingSeats(version.seats, signed).map((seat) => `${seat.organisation}${seat.holder ? ` (${seat.holder.name})` : " (vacant)"}`);
  throw refusalResponse(refused("not-every-seat-signed", `Still to sign: ${missing.join(", ")}.`), next);
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
