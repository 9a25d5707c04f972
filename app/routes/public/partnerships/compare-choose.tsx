import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { CompareForm } from "#app/components/publication/compare-form.tsx";
import { VersionsFacts } from "#app/components/publication/version-table.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findDirectory, findDocument } from "#app/domain/publication/queries.server.ts";
import { findVersion, isReadable } from "#app/domain/publication/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, redirectTo } from "#app/http/responses.ts";

import { readKind } from "./read-kind.server.ts";

export async function loader({ request, params: { slug = "", document } }: LoaderFunctionArgs) {
  const kind = readKind(document);
  const [directory, { versions }] = await Promise.all([findDirectory(slug), findDocument(slug, kind)]);
  if (!directory) throw notFound();
  const readable = versions.filter((version) => isReadable(version.state));
  const asked = new URL(request.url).searchParams;
  const chosen = ["before", "after"].map((name) => findVersion(readable, asked.get(name) ?? ""));
  const [before, after] = chosen;
  if (before && after && before !== after) return redirectTo(pathTo.comparison({ slug, kind }, Math.min(before.number, after.number), Math.max(before.number, after.number)));
  const problem = !asked.has("before") && !asked.has("after") ? null : before && before === after ? "Choose two different versions" : "Choose two versions from the lists";
  return { kind, partnership: directory.facts.partnership, versions: readable, chosen: chosen.map((version) => version?.number ?? null), problem };
}

export const meta = ({ data }: { data?: Exclude<Awaited<ReturnType<typeof loader>>, Response> }) =>
  data ? pageMeta({ title: `Compare two versions of ${documentWords(data.kind).the}`, partnership: data.partnership.name, hasErrors: data.problem !== null, hidden: true }) : [];

export default function ChooseVersions() {
  const { kind, partnership, versions, chosen, problem } = useLoaderData<Exclude<Awaited<ReturnType<typeof loader>>, Response>>();
  const at = { slug: partnership.slug, kind };
  const { the } = documentWords(kind);
  return (
    <PublicFrame partnership={partnership} current={kind} before={<BackLink href={pathTo.versions(at)} text={`All versions of ${the}`} />}>
      <CompareForm at={at} versions={versions} chosen={chosen} problem={problem} />
      <VersionsFacts partnership={partnership} at={at} versions={versions} />
    </PublicFrame>
  );
}
