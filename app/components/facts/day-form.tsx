import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";

export interface DayFormProps {
  legend: string;
  parts: { day: string; month: string; year: string };
  error?: string;
  /** Shown when a day other than today is asked for. */
  todayHref?: string;
}

/** Asks for a day. It is sent to the page's own address, which then shows that day. */
export function DayForm({ legend, parts, error, todayHref }: DayFormProps) {
  return (
    <form method="get" className="day-form">
      <DateInput name="on" legend={legend} legendSize="s" hint="For example, 3 3 2026" defaultValues={parts} error={error} />
      <Button variant="secondary">Show that day</Button>
      {todayHref && <p className="govuk-body"><a className="govuk-link" href={todayHref}>Show today</a></p>}
    </form>
  );
}
