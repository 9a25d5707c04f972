import { SummaryList, type SummaryRow } from "#app/components/govuk/summary-list.tsx";
import { showPeriod } from "#app/domain/agencies/assessments/rules.ts";
import type { ReturnView } from "#app/domain/agencies/assessments/views.ts";
import { drawnLabels } from "#app/domain/agencies/assessments/vocabulary.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { ReturnStateTag } from "./state-tag.tsx";

/** When it was asked, when it is due and was, by whom it was submitted, and whether it is in the sample. */
export function ReturnFacts({ slug, today, returned }: { slug: string; today: string; returned: ReturnView }) {
  const { round, status, dueOn, firstDueOn, addedLater, submitted, extensions, sample } = returned;
  const state = { status, dueOn, submittedOn: submitted?.on ?? null, onBehalf: submitted?.onBehalf ?? false };
  const rows: (SummaryRow | false)[] = [
    { key: "State", value: <ReturnStateTag returned={state} today={today} /> },
    { key: "About", value: showPeriod(round) },
    { key: "Questions", value: <a className="govuk-link" href={assessmentsPath(slug, "questions", round.setId)}>{round.shortTitle}</a> },
    { key: "First due", value: `${showDate(firstDueOn)}${addedLater ? ", asked after the round was issued" : ""}` },
    extensions.length > 0 && { key: "Given more time", value: <ul className="govuk-list">{extensions.map(({ number, to, reason, on, office }) => <li key={number}>To {showDate(to)}: {reason}<span className="muted"><br />{office}, {showDate(on)}</span></li>)}</ul> },
    submitted !== null && { key: "Submitted", value: <>{showMoment(submitted.at)} by the {submitted.office}<br />“{submitted.declaration}”</> },
    sample !== null && { key: "Sample", value: `${drawnLabels[sample.drawn]} by the ${sample.office} on ${showDate(sample.on)}${sample.seed ? `, from ${String(sample.from ?? 0)} returns, with the seed “${sample.seed}”` : ""}` },
  ];
  return <SummaryList rows={rows.filter((row) => row !== false)} />;
}
