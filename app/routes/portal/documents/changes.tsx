import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ChangesContents, ChangesSummary, FactsChanged, SectionChanges } from "#app/components/comparison/comparison-view.tsx";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { CompareWith } from "#app/components/versions/compare-with.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { changedSections } from "#app/domain/documents/comparison.ts";
import { findDraftChanges } from "#app/domain/documents/draft-changes.server.ts";
import { stateLabel } from "#app/domain/documents/version-state.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

import { requireDocument } from "./require-document.server.ts";
import { readNumber } from "./versions/require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `What changed in the draft of ${documentWords(found?.at.kind ?? "arrangements").the}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "read-drafts");
  const { partnership, at } = member;
  const asked = new URL(request.url).searchParams.get("since");
  const changes = await findDraftChanges(member.actor, partnership.id, at.kind, asked === null ? null : readNumber(asked));
  if (!changes) throw notFound();
  return { frame: partnershipFrame(member), partnership, at, ...changes };
}

export default function DraftChanges() {
  const { frame, partnership, at, versions, since, comparison } = useLoaderData<typeof loader>();
  const changed = comparison ? changedSections(comparison) : [];
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">What changed in the draft{since && ` since version ${String(since.number)}`}</h1>
      {since && comparison ? (
        <>
          <p className="govuk-body">
            The draft as it stands, with names and dates from today’s records, beside <a className="govuk-link" href={versionPath(at, since.number)}>version {since.number}</a> ({stateLabel(since).toLowerCase()}).
          </p>
          <CompareWith path={documentPath(at, "changes")} earlier={versions.map((version) => version.number)} since={since.number} />
          <ChangesSummary comparison={comparison} />
          <ChangesContents sections={changed} />
          <FactsChanged facts={comparison.facts} before={`Version ${String(since.number)}`} after="Draft" />
          {changed.map((section) => <SectionChanges key={section.id} section={section} />)}
        </>
      ) : (
        <p className="govuk-body">{versions.length === 0 ? "No version has been frozen yet, so the whole draft is new." : "The text of the earlier version was erased, so there is nothing to compare with."}</p>
      )}
    </PortalFrame>
  );
}
