import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ChangesContents, ChangesSummary, FactsChanged, SectionChanges } from "#app/components/comparison/comparison-view.tsx";
import { CompareWith } from "#app/components/versions/compare-with.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { compareContents } from "#app/domain/documents/compare.server.ts";
import { changedSections } from "#app/domain/documents/comparison.ts";
import { findVersionContent, listVersions } from "#app/domain/documents/version-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

import { goneResponse } from "./read-stored-text.server.ts";
import { readNumber, requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `What changed in version ${String(found?.number ?? "")}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params);
  const { actor, partnership, version, at } = member;
  const asked = new URL(request.url).searchParams.get("since");
  const since = asked === null ? version.comparedWith : readNumber(asked);
  const earlier = (await listVersions(actor, partnership.id, at.kind)).map((each) => each.number).filter((number) => number < version.number);
  const page = { frame: partnershipFrame(member), partnership, at: member.at, number: version.number, since, earlier };
  if (since === null) return { ...page, comparison: null };
  if (!earlier.includes(since)) throw notFound();
  const before = await findVersionContent(actor, partnership.id, at.kind, since);
  const after = await findVersionContent(actor, partnership.id, at.kind, version.number);
  if (!before || !after) throw goneResponse(at, after ? since : version.number, undefined);
  return { ...page, comparison: compareContents(before, after) };
}

export default function Changes() {
  const { frame, partnership, at, number, since, earlier, comparison } = useLoaderData<typeof loader>();
  const changed = comparison ? changedSections(comparison) : [];
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={versionPath(at, number)} text={`Back to version ${String(number)}`} />}>
      <span className="govuk-caption-l">{partnership.name}, version {number}</span>
      <h1 className="govuk-heading-l">{since === null ? `There is nothing before version ${String(number)}` : `What changed since version ${String(since)}`}</h1>
      <CompareWith path={versionPath(at, number, "changes")} earlier={earlier} since={since} />
      {comparison && (
        <>
          <ChangesSummary comparison={comparison} />
          <ChangesContents sections={changed} />
          <FactsChanged facts={comparison.facts} before={`Version ${String(comparison.before)}`} after={`Version ${String(comparison.after)}`} />
          {changed.map((section) => <SectionChanges key={section.id} section={section} />)}
        </>
      )}
    </PortalFrame>
  );
}
