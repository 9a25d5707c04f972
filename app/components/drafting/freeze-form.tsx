import { documentPath, placeName, placePath } from "#app/components/drafting/paths.ts";
import { ReadinessList } from "#app/components/drafting/readiness-list.tsx";
import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import type { FreezeView } from "#app/domain/documents/drafting-view.ts";
import type { ReadinessLine } from "#app/domain/documents/readiness.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import type { DocumentAddress, VersionStatus } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import { type FormValues, rawText } from "#app/http/form-values.ts";

export interface FreezeFormProps {
  at: DocumentAddress;
  view: FreezeView;
  warnings: readonly { line: ReadinessLine; field: string }[];
  values: FormValues | undefined;
  errors: FormErrors | null;
  submissionKey: string;
}

/** What freezing does, what stands in its way, and the reasons for what is let stand. */
export function FreezeForm({ at, view, warnings, values, errors, submissionKey }: FreezeFormProps) {
  const { number, readiness } = view;
  const blocked = readiness.errors.length > 0;
  const summary = blocked && errors ? [...errors.summary, ...readiness.errors.map((line) => ({ href: placePath(at, line), text: line.text }))] : (errors?.summary ?? []);
  return (
    <>
      <ErrorSummary errors={summary} />
      <h1 className="govuk-heading-l">Freeze version {number} for signature</h1>
      {blocked && (
        <>
          <h2 className="govuk-heading-m">Not ready yet</h2>
          <p className="govuk-body">Put {readiness.errors.length === 1 ? "this" : "these"} right first. <a className="govuk-link" href={documentPath(at)}>Back to the draft</a></p>
          <ReadinessList at={at} lines={readiness.errors} />
          <h2 className="govuk-heading-m">What freezing will do</h2>
        </>
      )}
      <WhatFreezingDoes at={at} view={view} />
      {!blocked && <ReasonsForm at={at} view={view} warnings={warnings} values={values} errors={errors} submissionKey={submissionKey} />}
    </>
  );
}

function ReasonsForm({ at, view, warnings, values, errors, submissionKey }: FreezeFormProps) {
  return (
    <form method="post">
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={view.revision} />
      {warnings.length > 0 && <h2 className="govuk-heading-m">Warnings: give a reason for each</h2>}
      {warnings.map(({ line, field }) => (
        <Textarea
          key={field}
          name={field}
          label={line.text}
          hint={<>Why may this stand? The signers see your reason. Or <a className="govuk-link" href={placePath(at, line)}>{placeName(line).toLowerCase()}</a> to put it right.</>}
          rows={3}
          defaultValue={rawText(values, field)}
          error={errors?.fields[field]}
        />
      ))}
      <ButtonGroup>
        <Button>Freeze version {view.number} for signature</Button>
        <a className="govuk-link" href={documentPath(at)}>Go on drafting</a>
      </ButtonGroup>
    </form>
  );
}

const supersededIs: Partial<Record<VersionStatus, string>> = { approved: "approved and not yet published", scheduled: "scheduled for publication" };

function WhatFreezingDoes({ at, view }: { at: DocumentAddress; view: FreezeView }) {
  const { details, number, seats, superseded, unchangedSince, sections, words } = view;
  const date = (iso: string | null) => (iso ? showDate(iso) : "Not yet given");
  return (
    <>
      <p className="govuk-body">Freezing makes a copy of the draft that never changes: its words, and the PDF made from them. You can go on editing the draft; that does not touch the frozen version.</p>
      {superseded && (
        <p className="govuk-body">
          <a className="govuk-link" href={versionPath(at, superseded.number)}>Version {superseded.number}</a> is {supersededIs[superseded.status] ?? "awaiting signatures"}.
          Freezing version {number} supersedes it{superseded.signed > 0 && `: its ${superseded.signed === 1 ? "signature stays" : `${String(superseded.signed)} signatures stay`} on the old version, and everybody signs again`}.
        </p>
      )}
      {number > 1 && <p className="govuk-body"><a className="govuk-link" href={documentPath(at, "changes")}>See what changed in the draft</a>, word by word, before you freeze it.</p>}
      {unchangedSince !== null && (
        <InsetText>Nothing was written in the draft since version {unchangedSince} was frozen. Freeze again only if names or dates in the records changed.</InsetText>
      )}
      <SummaryList
        rows={[
          { key: "Title", value: details.title },
          { key: "In force from", value: date(details.inForceFrom) },
          { key: "Next review", value: date(details.nextReviewOn) },
          { key: "What changed", value: details.changeNote ?? "Not yet given" },
          ...(view.file ? [{ key: "PDF", value: `${view.file.name}, ${showExtent(view.file)}` }] : []),
          { key: "Length", value: `${countOf(sections, "section")}${view.youngPeople ? " and a page for children and young people" : ""}, ${words.toLocaleString("en-GB")} words` },
        ]}
      />
      <h2 className="govuk-heading-m">Who must sign</h2>
      <p className="govuk-body">The <Abbr of="LSP" /> in each of these {seats.length} seats, before it can be published.</p>
      <ul className="govuk-list govuk-list--bullet">
        {seats.map((seat) => (
          <li key={seat.id}>{seat.organisation}: {seat.holder ? `${seat.holder}, ${seat.acting ? "acting " : ""}${seat.office}` : `${seat.office}, vacant`}</li>
        ))}
      </ul>
    </>
  );
}
