import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { FundingView } from "#app/components/publication/funding/funding-view.tsx";

import { fundingMeta } from "./funding-meta.ts";
import { showFunding } from "./show-funding.server.ts";

export async function loader({ params: { slug = "" }, ...asked }: LoaderFunctionArgs) {
  return showFunding(asked, slug, null);
}

export const meta = ({ data: shown }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) => fundingMeta(shown);

export default function LatestFunding() {
  return <FundingView {...useLoaderData<typeof loader>()} />;
}
