import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { LinkPage } from "#app/components/agencies/notices/link-page.tsx";
import { OtherBodyForm } from "#app/components/agencies/notices/reply-forms.tsx";
import { otherBodyForm } from "#app/domain/agencies/notices/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireReplies } from "./link-not-good.server.ts";
import { sendReply } from "./send-reply.server.ts";

const title = "You closed or merged, or this is not you";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export async function loader({ params }: LoaderFunctionArgs) {
  const { link, path } = await requireReplies(params.token);
  return { link, path, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const found = await requireReplies(params.token);
  const values = await readForm(request);
  return sendReply(found, values, otherBodyForm.safeParse({ what: "", ...toObject(values) }));
}

export default function OtherBody() {
  const { link, path, submissionKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <LinkPage backHref={path} errors={sent?.errors}>
      <span className="govuk-caption-l">{link.legalName}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">The partnership looks at what you write before it changes anything, and tells you what became of it.</p>
      <OtherBodyForm submissionKey={submissionKey} values={sent?.values} errors={sent?.errors.fields ?? {}} cancelHref={path} />
    </LinkPage>
  );
}
