import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { LineForm } from "#app/components/funding/line-form.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { fundingListWords } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { readLineToEdit } from "./read-line.server.ts";
import { requireList } from "./require-year.server.ts";
import { sendLine } from "./send-line.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? fundingListWords[page.shown.edited.list].newLine : "Add a line", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireList(request, params, "read-funding");
  const { partnership, year } = member;
  return { frame: partnershipFrame(member), partnership, year, shown: await readLineToEdit(member, null), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireList(request, params, "read-funding");
  await readLineToEdit(member, null);
  return sendLine(request, member, null);
}

export default function NewLine() {
  const { frame, partnership, year, shown, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = fundingPath(partnership.slug, year);
  return (
    <FundingPage frame={frame} back={{ href: path, text: `Back to ${showYear(year)}` }} caption={`Funding, ${showYear(year)}`} title={fundingListWords[shown.edited.list].newLine} errors={answer?.errors}>
      <LineForm {...shown} repeated={answer?.repeated ?? false} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </FundingPage>
  );
}
