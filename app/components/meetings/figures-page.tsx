import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { type AttendanceFigure, type AttendanceFigures, figureLabels } from "#app/domain/meetings/attendance/figures.ts";
import { type MeetingKind, meetingKindPlurals, meetingKinds } from "#app/domain/meetings/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { type DateParts, partsOfDate } from "#app/http/form-values.ts";

import { MeetingsNav } from "./meetings-nav.tsx";
import { meetingsPath } from "./paths.ts";

interface FiguresPageProps {
  slug: string;
  period: { from: string; to: string; kind: MeetingKind | null };
  /** What was typed, when it was no period. */
  typed: { from: DateParts; to: DateParts } | null;
  errors: Record<string, string>;
  figures: AttendanceFigures;
  /** The question of the address, for the file. */
  search: string;
}

/** How often each partner, education and each agency came, in a period. */
export function FiguresPage({ slug, period, typed, errors, figures, search }: FiguresPageProps) {
  const { from, to, kind } = period;
  const day = (name: "from" | "to", legend: string, hint: string) => <DateInput name={name} legend={legend} legendSize="s" hint={hint} defaultValues={typed?.[name] ?? partsOfDate(period[name])} error={errors[name]} />;
  return (
    <>
      <MeetingsNav slug={slug} current="attendance" />
      <p className="govuk-body-l">{sentence(figures, from, to)}</p>
      <form method="get" action={meetingsPath(slug, "attendance")} className="search" noValidate>
        {day("from", "From", "For example, 1 4 2026")}
        {day("to", "Until", "This day is counted, too")}
        <Select name="kind" label="Whose meetings" labelSize="s" defaultValue={kind ?? ""} items={[{ value: "", text: "All" }, ...meetingKinds.map((each) => ({ value: each, text: meetingKindPlurals[each] }))]} />
        <Button variant="secondary">Show the figures</Button>
      </form>
      {figures.rows.length > 0 && (
        <>
          <Table
            caption="How often each came"
            columns={[{ label: "Who" }, { label: "Asked", format: "numeric" }, { label: "In person", format: "numeric" }, { label: "By a deputy", format: "numeric" }, { label: "Apologies", format: "numeric" }, { label: "Absent", format: "numeric" }, { label: "There", format: "numeric" }]}
            rows={figures.rows.map((figure) => ({ key: `${figure.of} ${figure.body}`, cells: cells(figure) }))}
          />
          <p className="govuk-body"><a className="govuk-link" href={`${meetingsPath(slug, "attendance.csv")}${search}`}>Download these figures (CSV)</a></p>
        </>
      )}
      <p className="govuk-body">“There” is in person or by a deputy, of the meetings to which each was asked. Of a meeting with another partnership, only our own people are counted. The yearly report uses these figures.</p>
    </>
  );
}

function cells({ body, of, asked, present, deputy, apologies, absent, percent }: AttendanceFigure) {
  return [<>{body}{of !== "partner" && <span className="muted"><br />{figureLabels[of]}</span>}</>, ...[asked, present, deputy, apologies, absent].map(String), `${String(percent)}%`];
}

function sentence({ held, education }: AttendanceFigures, from: string, to: string): string {
  const when = `from ${showDate(from)} to ${showDate(to)}`;
  if (held === 0) return `No meeting was held ${when}.`;
  const many = held === 1 ? "1 meeting was held" : `${String(held)} meetings were held`;
  return `${many} ${when}. Education was at ${education.came === held ? (held === 1 ? "it" : "all of them") : education.came === 0 ? "none of them" : `${String(education.came)} of them`} (${String(education.percent ?? 0)}%).`;
}
