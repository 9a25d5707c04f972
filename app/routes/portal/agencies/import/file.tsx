import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { ImportPage } from "#app/components/agencies/import/import-page.tsx";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { readImportPage } from "./read-import.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.file.fileName ?? "File", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await readImportPage(request, params);
  const { flash, headers: once } = readFlash(request);
  return data({ ...page, flash }, { headers: once });
}

export default function RegisterFile() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  return <ImportPage slug={partnership.slug} {...page} />;
}
