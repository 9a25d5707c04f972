import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { AgenciesNav } from "#app/components/agencies/agencies-nav.tsx";
import { RegisterGuidance } from "#app/components/agencies/import/register-guidance.tsx";
import { RegisterUploadForm } from "#app/components/agencies/import/register-upload-form.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { KeptFiles } from "#app/components/file-import/kept-files.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { registerFileForm } from "#app/domain/agencies/import/forms.server.ts";
import { keepImport } from "#app/domain/agencies/import/keep-import.server.ts";
import { getRegisterKeep, listRegisterImports } from "#app/domain/agencies/import/queries.server.ts";
import { readRegister } from "#app/domain/agencies/registers/read-register.server.ts";
import { dateParts, text, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { errorsOf, fieldErrors, type FormErrors, joinErrors } from "#app/http/field-errors.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { type LargeUpload, withLargeUpload } from "#app/http/large-upload.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "Take agencies from a file";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-agencies");
  const { actor, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, files: await listRegisterImports(actor, partnership.id), submissionKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-agencies");
  return withLargeUpload(request, "file", (upload) => takeIn(member, upload));
}

async function takeIn({ actor, partnership }: Awaited<ReturnType<typeof requireMember>>, { values, file }: LargeUpload) {
  const again = (errors: FormErrors) => data({ values: withoutSecrets(values), errors }, { status: 422 });
  const form = registerFileForm.safeParse({ source: text(values, "source"), copied: dateParts(values, "copied"), charities: toObject(values)["charities"] ?? "" });
  const missing = file ? null : errorsOf({ file: "Choose the file" });
  if (!form.success) return again(missing ? joinErrors(fieldErrors(form.error), missing) : fieldErrors(form.error));
  if (!file) return again(errorsOf({ file: "Choose the file" }));
  const { source, copied, charities } = form.data;
  const keep = await getRegisterKeep(actor, partnership.id, source);
  const submission = readSubmission(values);
  const read = await readRegister({ path: file.path, name: file.name, source, keep: { ...keep, asked: charities } });
  if (!read.ok) return again(fileErrors(file.name, read.problems));
  const outcome = await keepImport(actor, { partnershipId: partnership.id, source, fileName: file.name, fileSha256: file.sha256, extractDate: copied, read }, { ...submission, fields: { ...submission.fields, file: file.sha256 } });
  if (!outcome.ok && outcome.refusal === "impossible-dates") return again(errorsOf({ copied: outcome.detail ?? "" }));
  if (!outcome.ok) throw refusalResponse(outcome, { href: agenciesPath(partnership.slug), text: "Open the register" });
  return redirect(agenciesPath(partnership.slug, `import/${outcome.value.importId}`));
}

/** All that is wrong with a file as a whole, at the top and beside the field. */
function fileErrors(name: string, problems: readonly string[]): FormErrors {
  return { summary: problems.map((problem, at) => ({ href: "#file", text: at === 0 ? `${name}: ${problem}` : problem })), fields: { file: problems.join(". ") } };
}

export default function UploadRegister() {
  const { frame, partnership, flash, files, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { slug } = partnership;
  const path = agenciesPath(slug);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the register" }} caption="Relevant agencies" title={title} errors={answer?.errors} flash={flash}>
      <AgenciesNav slug={slug} current="import" />
      <RegisterGuidance slug={slug} />
      <RegisterUploadForm values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
      <KeptFiles files={files} linkTo={(id) => agenciesPath(slug, `import/${id}`)} />
    </PortalPage>
  );
}
