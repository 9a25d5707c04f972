import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { WhatItProves } from "#app/components/publication/what-it-proves.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { readSha256 } from "#app/domain/publication/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { redirectTo } from "#app/http/responses.ts";

const longestShown = 200;

export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const typed = url.searchParams.get("hash");
  const sha256 = typed === null ? null : readSha256(typed);
  if (sha256) return redirectTo(pathTo.verify(sha256));
  const problem = typed === null ? null : typed.trim() === "" ? "Enter a fingerprint" : "Enter a fingerprint of 64 characters, each a number or a letter from a to f";
  return { typed: (typed ?? "").slice(0, longestShown), problem, origin: url.origin };
}

export const meta = ({ data }: { data?: Exclude<Awaited<ReturnType<typeof loader>>, Response> }) =>
  pageMeta({
    title: "Check a fingerprint",
    description: "Check that a document published here is the one that every partner signed.",
    canonical: `${data?.origin ?? ""}/verify`,
    hasErrors: Boolean(data?.problem),
  });

export default function EnterHash() {
  const { typed, problem } = useLoaderData<Exclude<Awaited<ReturnType<typeof loader>>, Response>>();
  return (
    <PublicFrame>
      {problem && <ErrorSummary errors={[{ text: problem, href: "#hash" }]} />}
      <h1 className="govuk-heading-l">Check a fingerprint</h1>
      <p className="govuk-body-l">See what was signed, by whom and when, and check that nothing in it has changed.</p>
      <form method="get" action="/verify">
        <Input name="hash" label="Fingerprint (SHA-256)" labelSize="s" hint="64 characters. It is on the last page of each PDF." defaultValue={typed} error={problem ?? undefined} spellCheck={false} autoComplete="off" classes="hash" />
        <Button>Check</Button>
      </form>
      <WhatItProves />
    </PublicFrame>
  );
}
