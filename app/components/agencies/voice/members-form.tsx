import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type LineQuery, lineSearch } from "#app/domain/agencies/voice/line-query.ts";
import type { AgencyLine } from "#app/domain/agencies/voice/voice-view.ts";
import { dateParts, type FormValues, list as listOf } from "#app/http/form-values.ts";

interface MembersFormProps {
  path: string;
  query: LineQuery;
  found: number;
  list: { items: readonly AgencyLine[]; page: number; pages: number };
  /** Adding members, or ending what they were. */
  task: "add" | "end";
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

const words = {
  add: { legend: "Tick those for which it speaks", day: "Members from", name: "since", hint: "Today or earlier, and not before it spoke for others", button: "Add as members" },
  end: { legend: "Tick those for which it speaks no more", day: "Members no more, from", name: "on", hint: "Today or earlier. One that was recorded by mistake ends on the day it began", button: "End these memberships" },
};

/** Agencies to tick, and a day. Of more than a page, everything that the search found can be added at once. */
export function MembersForm({ path, query, found, list, task, values, errors, submissionKey, cancelHref }: MembersFormProps) {
  const { legend, day, name, hint, button } = words[task];
  const numbers = pageNumbers(list.page, list.pages, (page) => path + lineSearch(query, page));
  return (
    <>
      <form method="post" action={path + lineSearch(query, list.page)} noValidate>
        <SubmissionKey value={submissionKey} />
        <Checkboxes name="member" legend={legend} legendSize="s" small items={list.items.map(({ id, legalName, parent, categoryTitle }) => ({ value: id, text: legalName, hint: [categoryTitle, parent].filter(Boolean).join(" · ") }))} defaultValues={listOf(values ?? {}, "member")} error={errors["member"]} />
        {task === "add" && <Checkboxes name="everything" items={[{ value: "yes", text: found === 1 ? "The 1 agency found" : `All ${found.toLocaleString("en-GB")} agencies found, not only those ticked` }]} defaultValues={listOf(values ?? {}, "everything")} error={errors["everything"]} />}
        <DateInput name={name} legend={day} legendSize="s" hint={hint} defaultValues={dateParts(values, name)} error={errors[name]} />
        <ButtonGroup>
          <Button>{button}</Button>
          <a className="govuk-link" href={cancelHref}>Cancel</a>
        </ButtonGroup>
      </form>
      {numbers && <Pagination {...numbers} />}
    </>
  );
}
