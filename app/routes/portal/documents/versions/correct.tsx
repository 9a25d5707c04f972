import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { CorrectionForm } from "#app/components/versions/correction-form.tsx";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { correctVersion, listCorrections, publishedNote } from "#app/domain/documents/correct-version.server.ts";
import { correctForm } from "#app/domain/documents/version-forms.server.ts";
import { correctedNote, correctionsOf } from "#app/domain/publication/rules.ts";
import { type CorrectableField, correctableFields, correctableLabels } from "#app/domain/publication/vocabulary.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm, toObject, typedOr } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Correct ${correctableLabels[found?.field ?? "change-note"]}, version ${String(found?.number ?? "")}`, hidden: true });

function readField(word: string | undefined): CorrectableField {
  const field = correctableFields.find((each) => each === word);
  if (!field) throw notFound();
  return field;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params, "edit-drafts");
  const { actor, partnership, version, at } = member;
  const field = readField(params.field);
  const stands = field === "change-note" ? version.publishedAt !== null : version.status === "withdrawn";
  if (!stands || version.takedown) {
    throw refusalResponse(refused("version-not-in-that-state", "Only a note of a published version that can be read is corrected."), { href: versionPath(at, version.number), text: `See version ${String(version.number)}` });
  }
  const corrections = await listCorrections(actor, partnership.id, version.id);
  return {
    frame: partnershipFrame(member),
    partnership,
    at,
    number: version.number,
    field,
    reads: correctedNote({ corrections }, field, publishedNote(version, field)) ?? "",
    corrections: correctionsOf({ corrections }, field),
    submissionKey: newSubmissionKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, version, at } = await requireVersion(request, params, "edit-drafts");
  const field = readField(params.field);
  const values = await readForm(request);
  const typed = { after: typedOr(values, "after", ""), reason: typedOr(values, "reason", "") };
  const form = correctForm.safeParse(toObject(values));
  if (!form.success) return data({ typed, errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await correctVersion(actor, { partnershipId: partnership.id, versionId: version.id, field, ...form.data }, readSubmission(values));
  const here = versionPath(at, version.number);
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: "The correction is published" });
  if (outcome.refusal === "stale") return data({ typed, errors: oneError("Somebody else corrected this first. Look at what it reads now, then send yours again if it is still needed.", "after") }, { status: 409 });
  if (outcome.refusal === "nothing-to-change") return data({ typed, errors: oneError("This is what it reads already. Change the words, or go back", "after") }, { status: 409 });
  throw refusalResponse(outcome, { href: here, text: `See version ${String(version.number)}` });
}

export default function Correct() {
  const { frame, partnership, at, number, field, reads, corrections, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const title = field === "change-note" ? `Correct the note on what changed in version ${String(number)}` : `Correct the reason for withdrawing version ${String(number)}`;
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title={title} errors={sent?.errors.summary}>
      <CorrectionForm reads={reads} corrections={corrections} typed={sent?.typed} errors={sent?.errors.fields} submissionKey={submissionKey} cancelHref={versionPath(at, number)} takeDownHref={versionPath(at, number, "take-down")} />
    </ActPage>
  );
}
