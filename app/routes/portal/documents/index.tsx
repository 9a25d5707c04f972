import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { commentsPath } from "#app/components/comments/paths.ts";
import { CoverageTable } from "#app/components/drafting/coverage-table.tsx";
import { DetailsSummary } from "#app/components/drafting/details-summary.tsx";
import { DraftFileSummary } from "#app/components/drafting/draft-file-summary.tsx";
import { DraftStatusLine } from "#app/components/drafting/draft-status-line.tsx";
import { DraftNotStarted } from "#app/components/drafting/not-started.tsx";
import { documentPath } from "#app/components/drafting/paths.ts";
import { ReadinessSummary } from "#app/components/drafting/readiness-summary.tsx";
import { SectionList } from "#app/components/drafting/section-list.tsx";
import { YoungPeopleTask } from "#app/components/drafting/young-people-task.tsx";
import { BudgetFigures } from "#app/components/funding/budget-figures.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { can } from "#app/domain/access/rules.ts";
import { openComments } from "#app/domain/documents/comments/rules.ts";
import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import type { DraftOverview } from "#app/domain/documents/drafting-view.ts";
import { budgetYear, type DocumentAddress, documentWords, youngPeople } from "#app/domain/documents/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: documentWords(found?.at.kind ?? "arrangements").name, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "read-drafts");
  const { me, partnership, at } = member;
  const overview = await findOverview(member.actor, partnership.id, at.kind);
  if (!overview) throw notFound();
  const { flash, headers: once } = readFlash(request);
  const may = { edit: can(me, "edit-drafts", { partnershipId: partnership.id }), freeze: can(me, "freeze", { partnershipId: partnership.id }), figures: can(me, "edit-funding", { partnershipId: partnership.id }) };
  return data({ frame: partnershipFrame(member), partnership, at: member.at, overview, may, flash, submissionKey: newSubmissionKey() }, { headers: once });
}

export default function Draft() {
  const { frame, partnership, at, overview, may, flash, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind} flash={flash}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">{documentWords(at.kind).name}</h1>
      {overview.started ? (
        <DraftPage at={at} overview={overview} may={may} />
      ) : (
        <DraftNotStarted at={at} overview={overview} mayEdit={may.edit} submissionKey={submissionKey} />
      )}
    </PortalFrame>
  );
}

function DraftPage({ at, overview, may }: { at: DocumentAddress; overview: DraftOverview; may: { edit: boolean; freeze: boolean; figures: boolean } }) {
  const { youngPeople: page } = overview;
  const year = budgetYear(at.kind);
  const open = [...overview.sections, ...(page.state === "there" ? [page.section] : [])].reduce((sum, section) => sum + section.openComments, 0);
  return (
    <>
      <DraftStatusLine at={at} overview={overview} />
      <div className="beside">
        <div className="beside__aside">
          <ReadinessSummary at={at} overview={overview} mayFreeze={may.freeze} />
          {documentWords(at.kind).mayBeUploaded && <DraftFileSummary at={at} file={overview.file} mayEdit={may.edit} />}
          {year && <BudgetFigures slug={at.slug} year={year} mayEdit={may.figures} />}
          <DetailsSummary at={at} details={overview.details} mayEdit={may.edit} />
        </div>
        <section aria-labelledby="sections-title">
          <h2 className="govuk-heading-m" id="sections-title">Sections</h2>
          <SectionList at={at} sections={overview.sections} mayEdit={may.edit} />
          <p className="govuk-body"><a className="govuk-link" href={commentsPath(at)}>{open === 0 ? "Comments" : openComments(open)}</a> on the draft: open a section to comment on it.</p>
          {may.edit && (
            <p className="govuk-body">
              <a className="govuk-link" href={documentPath(at, "sections/new")}>Add a section</a> · <a className="govuk-link" href={documentPath(at, "sections")}>Move or remove sections</a>{!year && <> · <a className="govuk-link" href={documentPath(at, "word")}>Replace from a Word file</a></>}
            </p>
          )}
        </section>
        <section aria-labelledby="young-people-title">
          <h2 className="govuk-heading-m" id="young-people-title">{youngPeople.audience}</h2>
          <YoungPeopleTask at={at} page={page} mayEdit={may.edit} />
        </section>
        {overview.coverage.length > 0 && (
          <section aria-labelledby="coverage-title">
            <h2 className="govuk-heading-m" id="coverage-title">What the guidance asks</h2>
            <p className="govuk-body">
              From <a className="govuk-link" href={`/guidance/${overview.edition.id}`}>{overview.edition.title}</a>. The public sees this table with {documentWords(at.kind).the}. <a className="govuk-link" href={`/portal/${at.slug}/guidance`}>See other editions and when to move to them</a>.
            </p>
            <CoverageTable at={at} overview={overview} />
          </section>
        )}
      </div>
    </>
  );
}
