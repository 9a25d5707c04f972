import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { AcknowledgePage } from "#app/components/agencies/notices/acknowledge-page.tsx";
import { LinkPage } from "#app/components/agencies/notices/link-page.tsx";
import { acknowledge } from "#app/domain/agencies/notices/acknowledge.server.ts";
import { acknowledgementForm } from "#app/domain/agencies/notices/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject, withoutSecrets } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";

import { requireLink } from "./link-not-good.server.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Acknowledge that you are named", hidden: true });

/** Opening the address records nothing: mail scanners open every one. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { link, path } = await requireLink(params.token);
  return { link, path };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { link, token, path } = await requireLink(params.token);
  const values = await readForm(request);
  // Acknowledged before: the page says by whom, whatever was sent.
  if (link.state === "acknowledged") return redirectTo(path);
  const form = acknowledgementForm.safeParse(toObject(values));
  if (!form.success) return data({ values: withoutSecrets(values), errors: fieldErrors(form.error) }, { status: 422 });
  await acknowledge(token, form.data);
  // Done, or overtaken by somebody else: the page shows how it stands now.
  return redirectTo(path);
}

export default function Acknowledge() {
  const { link, path } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <LinkPage errors={sent?.errors}>
      <AcknowledgePage link={link} path={path} values={sent?.values} errors={sent?.errors.fields ?? {}} />
    </LinkPage>
  );
}
