import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { takeDownForm } from "#app/domain/documents/version-forms.server.ts";
import { listVersions } from "#app/domain/documents/version-queries.server.ts";
import { joinNames } from "#app/domain/documents/version-state.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject, typedOr } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { refuse, requireRemover } from "./require-removable.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Take down version ${String(found?.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const remover = await requireRemover(request, params, "take-down");
  const { actor, partnership, version, frame, back, at } = remover;
  if (version.takedown) throw refuse(remover, "already-taken-down");
  if (!version.publishedAt) throw refuse(remover, "version-not-in-that-state", "It was never published, so the public cannot read it.");
  const others = await listVersions(actor, partnership.id, at.kind);
  return {
    frame,
    back,
    partnership,
    at: remover.at,
    number: version.number,
    alsoPublic: others.filter((each) => each.number !== version.number && each.publishedAt && !each.takenDownAt).map((each) => `version ${String(each.number)}`),
    submissionKey: newSubmissionKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, version, back } = await requireRemover(request, params, "take-down");
  const values = await readForm(request);
  const form = takeDownForm.safeParse(toObject(values));
  if (!form.success) return data({ typed: typedOr(values, "reason", ""), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await takeDownVersion(actor, { partnershipId: partnership.id, versionId: version.id, reason: form.data.reason }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, back);
  return redirectWithFlash(request, back.href, { type: "success", text: `Version ${String(version.number)} is taken down. Nobody can read it.` });
}

export default function TakeDown() {
  const { frame, back, partnership, at, number, alsoPublic, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title={`Take down version ${String(number)} for safety`} errors={sent?.errors.summary} back={back}>
      <p className="govuk-body">Use this at once when a child, or anybody who needs protection, could be identified from what is published. You need nobody’s agreement.</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>The page, the PDF and the data disappear from the public site straight away.</li>
        <li>Their addresses say that the version was taken down, with your reason. Its fingerprints and signatures stay listed.</li>
        <li>It cannot be put back. Correct the draft and publish a new version.</li>
        <li>To erase the stored words as well, propose it afterwards: a second person must confirm.</li>
      </ul>
      {alsoPublic.length > 0 && <InsetText>{joinNames(alsoPublic)} can also be read by the public. If the same words are there, take {alsoPublic.length === 1 ? "it" : "them"} down too.</InsetText>}
      <ReasonForm
        submissionKey={submissionKey}
        label="The reason the public will read"
        hint="Identify nobody. For example: “A detail about a person was published by mistake.”"
        error={sent?.errors.fields.reason}
        typed={sent?.typed ?? ""}
        button={`Take down version ${String(number)} now`}
        warning
        cancelHref={back.href}
      />
    </ActPage>
  );
}
