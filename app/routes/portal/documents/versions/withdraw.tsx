import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { confirmIdentity, missingFields } from "#app/auth/confirm-identity.server.ts";
import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ActPage } from "#app/components/versions/act-page.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { withdrawForm } from "#app/domain/documents/version-forms.server.ts";
import { stateLine } from "#app/domain/documents/version-state.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { errorsOf, fieldErrors, joinErrors, rawText, readForm, text, toObject, typedOr } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Withdraw version ${String(found?.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params, "withdraw");
  const { version, partnership, at } = member;
  if (version.status !== "published") {
    throw refusalResponse(refused("version-not-in-that-state", `${stateLine(version)}. Only a published version can be withdrawn.`), { href: versionPath(at, version.number), text: `See version ${String(version.number)}` });
  }
  return { frame: partnershipFrame(member), partnership, at: member.at, number: version.number, strength: member.me.strength, submissionKey: newSubmissionKey() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, me, partnership, version, at } = await requireVersion(request, params, "withdraw");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const typed = typedOr(values, "reason", "");
  const form = withdrawForm.safeParse(toObject(values));
  const entered = { password: rawText(values, "password"), code: text(values, "code") };
  if (!form.success) return data({ typed, errors: joinErrors(fieldErrors(form.error), errorsOf(missingFields(entered, me.strength === "password+totp"))) }, { status: 422 });
  const confirmed = await confirmIdentity(actor, entered, context.clientAddress);
  if (!confirmed.ok) return data({ typed, errors: confirmed.errors }, { status: confirmed.status });
  const outcome = await withdrawVersion(confirmed.actor, { partnershipId: partnership.id, versionId: version.id, reason: form.data.reason }, submission);
  const here = versionPath(at, version.number);
  const cookie = { "Set-Cookie": confirmed.setCookie };
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: `See version ${String(version.number)}` }, cookie);
  return redirectWithFlash(request, here, { type: "success", text: `Version ${String(version.number)} is withdrawn` }, cookie);
}

export default function Withdraw() {
  const { frame, partnership, at, number, strength, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ActPage frame={frame} partnership={partnership} at={at} number={number} title={`Withdraw version ${String(number)}`} errors={sent?.errors.summary}>
      <p className="govuk-body">The public page stays readable at its address, under a notice with your reason and today’s date. Until another version is published, the public site says that nothing is in force in its place.</p>
      <p className="govuk-body">If somebody could be identified from what is published, <a className="govuk-link" href={versionPath(at, number, "take-down")}>take it down for safety</a> instead.</p>
      <ReasonForm
        submissionKey={submissionKey}
        label="The reason the public will read"
        hint={`Say plainly why ${documentWords(at.kind).these} no longer ${documentWords(at.kind).they === "it" ? "holds" : "hold"}. Identify nobody.`}
        error={sent?.errors.fields.reason}
        typed={sent?.typed ?? ""}
        button={`Withdraw version ${String(number)}`}
        warning
        cancelHref={versionPath(at, number)}
        confirm={{ strength, errors: sent?.errors.fields }}
      />
    </ActPage>
  );
}
