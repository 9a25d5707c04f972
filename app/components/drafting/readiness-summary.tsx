import { documentPath } from "#app/components/drafting/paths.ts";
import { Button } from "#app/components/govuk/button.tsx";
import type { DraftOverview } from "#app/domain/documents/drafting-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

/** How far the draft is from being frozen, and the one act that freezes it. */
export function ReadinessSummary({ at, overview, mayFreeze }: { at: DocumentAddress; overview: DraftOverview; mayFreeze: boolean }) {
  const { errors, warnings } = overview.readiness;
  const ready = errors.length === 0;
  return (
    <section className="panel-box" aria-labelledby="readiness-title">
      <h2 className="govuk-heading-s" id="readiness-title">Ready to freeze?</h2>
      <p className="govuk-body">
        {ready ? "Yes: " : "Not yet: "}
        <a className="govuk-link" href={documentPath(at, "readiness#errors")}>{count(errors.length, "error")}</a>
        {" and "}
        <a className="govuk-link" href={documentPath(at, "readiness#warnings")}>{count(warnings.length, "warning")}</a>.
        {warnings.length > 0 && " Each warning needs a reason."}
        {overview.unchangedSince !== null && ` Nothing was written since version ${String(overview.unchangedSince)} was frozen.`}
      </p>
      <p className="govuk-body">
        {overview.review === "ready" ? "Reviewed and found ready: " : overview.review === "changes-wanted" ? "A reviewer wants changes: " : overview.review === "stale" ? "Changed since it was reviewed: " : "Not reviewed yet: "}
        <a className="govuk-link" href={documentPath(at, "review")}>see the review</a>.
      </p>
      {mayFreeze ? (
        <Button href={documentPath(at, "freeze")} variant={ready && overview.unchangedSince === null ? undefined : "secondary"} classes="govuk-!-margin-bottom-0">
          Freeze version {overview.nextNumber} for signature
        </Button>
      ) : (
        <p className="govuk-body govuk-!-margin-bottom-0">A delegated safeguarding partner, the chair or the business manager freezes it for signature.</p>
      )}
    </section>
  );
}

function count(number: number, one: string): string {
  return number === 0 ? `no ${one}s` : `${String(number)} ${one}${number === 1 ? "" : "s"}`;
}
