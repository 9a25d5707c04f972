import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { UnknownFingerprint, VerificationPage } from "#app/components/publication/verification-page.tsx";
import { findVerification } from "#app/domain/publication/get-verification.server.ts";
import { isReadable, isSha256 } from "#app/domain/publication/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ params: { sha256 = "" } }: LoaderFunctionArgs) {
  if (!isSha256(sha256)) throw notFound();
  const verification = await findVerification(sha256);
  const status = !verification ? 404 : isReadable(verification.version.state) ? 200 : 410;
  return data({ sha256, verification }, { status });
}

export const meta = ({ data: shown }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) =>
  pageMeta({ title: shown?.verification ? "What was signed, and the checks on it" : "No document has this fingerprint", partnership: shown?.verification?.partnership.name, hidden: true });

export default function Verify() {
  const { sha256, verification } = useLoaderData<typeof loader>();
  return (
    <PublicFrame partnership={verification?.partnership} current={verification?.version.kind} before={<BackLink href="/verify" text="Check another fingerprint" />}>
      {verification ? <VerificationPage asked={sha256} verification={verification} /> : <UnknownFingerprint asked={sha256} />}
    </PublicFrame>
  );
}
