import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { FundingView } from "#app/components/publication/funding/funding-view.tsx";
import { readFinancialYear } from "#app/domain/shared/financial-year.ts";
import { notFound } from "#app/http/responses.ts";

import { fundingMeta } from "./funding-meta.ts";
import { showFunding } from "./show-funding.server.ts";

export async function loader({ params: { slug = "", year: word }, ...asked }: LoaderFunctionArgs) {
  const year = readFinancialYear(word);
  if (!year) throw notFound();
  return showFunding(asked, slug, year);
}

export const meta = ({ data: shown }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) => fundingMeta(shown);

export default function FundingOfYear() {
  return <FundingView {...useLoaderData<typeof loader>()} />;
}
