import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { declineVersion } from "#app/domain/documents/decline-version.server.ts";
import { declineForm } from "#app/domain/documents/version-forms.server.ts";
import { joinNames } from "#app/domain/documents/version-state.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject, typedOr } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireOpenSeat } from "./require-open-seat.server.ts";
import { requireOwnSeat, requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Decline version ${String(found?.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params);
  const { version, partnership, at } = member;
  const seat = requireOpenSeat(member, params.seat);
  return {
    frame: partnershipFrame(member),
    partnership,
    at: member.at,
    number: version.number,
    organisation: seat.organisation,
    signHref: versionPath(at, version.number, `sign/${seat.seatId}`),
    signed: version.seats.filter((each) => each.signature).map((each) => each.organisation),
    submissionKey: newSubmissionKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireVersion(request, params);
  const { actor, partnership, version, at } = member;
  const seat = requireOwnSeat(member, params.seat);
  const values = await readForm(request);
  const form = declineForm.safeParse(toObject(values));
  if (!form.success) return data({ typed: typedOr(values, "reason", ""), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await declineVersion(actor, { partnershipId: partnership.id, versionId: version.id, seatId: seat.seatId, reason: form.data.reason }, readSubmission(values));
  const here = versionPath(at, version.number);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: `Version ${String(version.number)}` });
  return redirectWithFlash(request, here, { type: "success", text: `You declined version ${String(version.number)} for ${seat.organisation}` });
}

export default function Decline() {
  const { frame, partnership, at, number, organisation, signHref, signed, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title={`Decline version ${String(number)}, or ask for changes`} errors={sent?.errors.summary}>
      <p className="govuk-body">You decline for <strong>{organisation}</strong>. This version is then closed: nobody can sign it any more, and it can never be published. Everybody who works on the draft can read your reason on the version’s page.</p>
      <p className="govuk-body">The draft stays as it is. When it has been changed, it is frozen as the next version, and every lead safeguarding partner is asked to sign that one.</p>
      {signed.length > 0 && <InsetText>{joinNames(signed)} {signed.length === 1 ? "has" : "have"} already signed this version and would sign the next one again.</InsetText>}
      <ReasonForm
        submissionKey={submissionKey}
        label="Your reason, or what must change"
        hint="Up to 4,000 characters. Do not name a child or a family."
        error={sent?.errors.fields.reason}
        typed={sent?.typed ?? ""}
        button={`Decline version ${String(number)}`}
        warning
        cancelHref={signHref}
        cancelText="Go back to signing"
      />
    </ActPage>
  );
}
