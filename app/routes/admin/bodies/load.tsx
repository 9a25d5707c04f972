import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { ListFormat } from "#app/components/bodies/list-format.tsx";
import { ListPreview } from "#app/components/bodies/list-preview.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { FileUpload } from "#app/components/govuk/file-upload.tsx";
import { checkList } from "#app/domain/bodies/queries.server.ts";
import { type BodyList, bodyListTitles, isBodyList, largestListFile } from "#app/domain/bodies/vocabulary.ts";
import { decodeText } from "#app/domain/shared/decode-text.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { oneError } from "#app/http/parse-form.server.ts";
import { readUpload } from "#app/http/parse-upload.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? bodyListTitles[page.list] : "Bodies", hidden: true });

function listOf(list: string | undefined): BodyList {
  if (!isBodyList(list)) throw notFound();
  return list;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireAdministrator(request);
  return data({ frame: personFrame(signedIn), list: listOf(params.list), submissionKey: newSubmissionKey() });
}

/** Reads the file and shows what it would change. Nothing is loaded before the next page is sent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireAdministrator(request);
  const list = listOf(params.list);
  const { file } = await readUpload(request, "file");
  const again = (message: string, problems: string[] = []) => data({ errors: oneError(message, "file"), problems, plan: null, text: "" }, { status: 422 });
  if (!file) return again("Choose a file that ends in .csv");
  if (file.bytes.length > largestListFile) return again(`${file.name} is larger than 300 kB. Divide it`);
  const text = decodeText(file.bytes);
  if (text === null) return again(`${file.name} is not a text file. Save it from the spreadsheet as CSV`);
  const check = await checkList(actor, list, text);
  if (!check.ok) return again(`${file.name} cannot be loaded: nothing was changed`, check.problems);
  return data({ errors: null, problems: [], plan: check.value, text });
}

export default function LoadList() {
  const { frame, list, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.plan) {
    return (
      <PortalFrame {...frame} before={<BackLink href={`/admin/bodies/${list}`} text="Choose another file" />}>
        <ListPreview list={list} plan={answer.plan} text={answer.text} submissionKey={submissionKey} />
      </PortalFrame>
    );
  }
  const problems = answer?.problems ?? [];
  return (
    <PortalFrame {...frame} before={<BackLink href="/admin/bodies" text="Back to bodies" />}>
      <ErrorSummary errors={answer?.errors?.summary ?? []} />
      <h1 className="govuk-heading-l">{bodyListTitles[list]}</h1>
      {problems.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What is wrong with the file ({problems.length})</h2>
          <ul className="govuk-list govuk-list--bullet">{problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>
        </>
      )}
      <ListFormat list={list} />
      <form method="post" encType="multipart/form-data">
        <FileUpload name="file" label="The list" hint="A .csv file of up to 2,000 rows. We show you what it would change before anything is loaded." accept=".csv,text/csv" error={answer?.errors?.fields.file} />
        <Button>Check this file</Button>
      </form>
    </PortalFrame>
  );
}
