import { Button } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { EditionChangeView } from "#app/components/guidance/edition-change.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { EditionCheck as Check } from "#app/domain/guidance/edition-check.ts";
import { showMonth } from "#app/domain/shared/dates.ts";

/** What the file of an edition holds, before it is loaded. */
export function EditionCheck({ check, text, submissionKey }: { check: Check; text: string; submissionKey: string }) {
  return (
    <>
      <span className="govuk-caption-l">Check before loading</span>
      <h1 className="govuk-heading-l">{check.title}</h1>
      <SummaryList
        rows={[
          { key: "Short name", value: check.id },
          { key: "Published", value: showMonth(check.published) },
          { key: "Replaces", value: check.replaces ?? "No edition" },
          { key: "Items", value: `${String(check.arrangements)} for arrangements, ${String(check.yearlyReport)} for yearly reports` },
          { key: "In use", value: check.adoptedBy === 0 ? "No partnership works under it" : `${String(check.adoptedBy)} ${check.adoptedBy === 1 ? "partnership works" : "partnerships work"} under it` },
        ]}
      />
      {check.change && (
        <>
          <p className="govuk-body">{check.comparedWith === check.id ? "For arrangements, compared with what is loaded now:" : `For arrangements, compared with ${check.comparedWith ?? ""}:`}</p>
          <EditionChangeView change={check.change} />
        </>
      )}
      <form method="post" action="/admin/guidance/load/confirm">
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="text" value={text} />
        <Button>Load this edition</Button>
      </form>
    </>
  );
}
