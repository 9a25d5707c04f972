import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { FileUpload } from "#app/components/govuk/file-upload.tsx";
import { EditionCheck } from "#app/components/guidance/edition-check.tsx";
import { checkEdition } from "#app/domain/guidance/edition-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { oneError } from "#app/http/parse-form.server.ts";
import { readUpload } from "#app/http/parse-upload.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = () => pageMeta({ title: "Load an edition", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  return data({ frame: personFrame(signedIn), submissionKey: newSubmissionKey() });
}

/** Reads the file and shows what it holds. Nothing is loaded before the next page is sent. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireAdministrator(request);
  const { file } = await readUpload(request, "file");
  if (!file) return data({ errors: oneError("Choose the file of an edition, which ends in .json", "file"), problems: [], check: null, text: "" }, { status: 422 });
  const text = new TextDecoder().decode(file.bytes).normalize("NFC");
  const check = await checkEdition(actor, text);
  if (!check.ok) return data({ errors: oneError(`${file.name} cannot be loaded`, "file"), problems: check.problems, check: null, text: "" }, { status: 422 });
  return data({ errors: null, problems: [], check: check.value, text });
}

export default function LoadEdition() {
  const { frame, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.check) {
    return (
      <PortalFrame {...frame} before={<BackLink href="/admin/guidance/load" text="Choose another file" />}>
        <EditionCheck check={answer.check} text={answer.text} submissionKey={submissionKey} />
      </PortalFrame>
    );
  }
  return (
    <PortalFrame {...frame} before={<BackLink href="/admin/guidance" text="Back to the editions" />}>
      <ErrorSummary errors={answer?.errors?.summary ?? []} />
      <h1 className="govuk-heading-l">Load an edition of the guidance</h1>
      <p className="govuk-body">We check the file and show you what it holds before anything is loaded.</p>
      {answer && answer.problems.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What is wrong with the file</h2>
          <ul className="govuk-list govuk-list--bullet">{answer.problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>
        </>
      )}
      <form method="post" encType="multipart/form-data">
        <FileUpload name="file" label="File of the edition" hint="A .json file of up to 1 MB." accept=".json" error={answer?.errors?.fields.file} />
        <Button>Check this file</Button>
      </form>
    </PortalFrame>
  );
}
