import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ComparisonGone, ComparisonPage } from "#app/components/publication/comparison-page.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { comparePublished } from "#app/domain/publication/compare-versions.server.ts";
import { findDirectory, findDocument, listChanges, readDocumentState } from "#app/domain/publication/queries.server.ts";
import { findVersion, isReadable, stateOfDocument } from "#app/domain/publication/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound, redirectTo } from "#app/http/responses.ts";

import { readKind } from "./read-kind.server.ts";

export async function loader({ request, context, params: { slug = "", document: word, before: from = "", after: to = "" } }: LoaderFunctionArgs) {
  const kind = readKind(word);
  const [directory, document] = await Promise.all([findDirectory(slug), findDocument(slug, kind)]);
  const [before, after] = [findVersion(document.versions, from), findVersion(document.versions, to)];
  if (!directory || !before || !after) throw notFound();
  const { search, searchParams } = new URL(request.url);
  const at = { slug, kind };
  if (before === after) throw redirectTo(pathTo.version(at, before.number));
  if (before.number > after.number) throw redirectTo(pathTo.comparison(at, after.number, before.number) + search);
  pageDependsOn(context, stateOfDocument(document), () => readDocumentState(slug, kind));
  const { partnership } = directory.facts;
  const gone = [before, after].filter((version) => !isReadable(version.state));
  const comparison = gone.length > 0 ? null : await comparePublished(before, after);
  if (!comparison) return data({ view: "gone" as const, at, partnership, gone }, { status: 410 });
  const changes = await listChanges(slug, kind);
  return data({ view: "compared" as const, at, partnership, before, after, comparison, changes, whole: searchParams.get("show") === "all" });
}

type Shown = Awaited<ReturnType<typeof loader>>["data"];

export const meta = ({ data: shown }: { data?: Shown }) => {
  if (!shown) return [];
  const title = shown.view === "gone" ? "These versions cannot be compared" : `What changed in ${documentWords(shown.at.kind).the} from version ${String(shown.before.number)} to version ${String(shown.after.number)}`;
  return pageMeta({ title, partnership: shown.partnership.name, hidden: true });
};

export default function Compare() {
  const shown = useLoaderData<Shown>();
  const { at, partnership } = shown;
  return (
    <PublicFrame partnership={partnership} current={at.kind} before={<BackLink href={pathTo.versions(at)} text={`All versions of ${documentWords(at.kind).the}`} />}>
      {shown.view === "gone" ? <ComparisonGone {...shown} /> : <ComparisonPage {...shown} />}
    </PublicFrame>
  );
}
