import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { ItemView, MeetingView } from "#app/domain/meetings/meeting-view.ts";
import { itemPurposeLabels, itemPurposes, meetingKindLabels, meetingKinds } from "#app/domain/meetings/vocabulary.ts";
import { dateParts, type FormValues, partsOfDate, typedOr } from "#app/http/form-values.ts";

import { showTime } from "./times.ts";

interface FieldsProps {
  values?: FormValues;
  errors: Record<string, string>;
}

/** Whose meeting it is, and where. */
export function WhoseFields({ meeting, values, errors }: FieldsProps & { meeting?: Pick<MeetingView, "kind" | "groupName" | "place"> }) {
  return (
    <>
      <Radios name="kind" legend="Whose meeting it is" legendSize="s" items={meetingKinds.map((kind) => ({ value: kind, text: meetingKindLabels[kind] }))} defaultValue={typedOr(values, "kind", meeting?.kind)} error={errors["kind"]} />
      <Input name="groupName" label="Name of the sub-group" labelSize="s" hint="For a sub-group only, like “Quality assurance group”" defaultValue={typedOr(values, "groupName", meeting?.groupName)} error={errors["groupName"]} />
      <Input name="place" label="Where" labelSize="s" hint="A room, or that it is online. Send links to join with the invitation" defaultValue={typedOr(values, "place", meeting?.place)} error={errors["place"]} />
    </>
  );
}

/** When it is, in London: one day, from and until. */
export function TimeFields({ meeting, values, errors }: FieldsProps & { meeting?: Pick<MeetingView, "startsAt" | "endsAt"> }) {
  const times = (name: string, label: string, hint: string, stored?: string) => <Input name={name} label={label} labelSize="s" hint={hint} width={10} defaultValue={typedOr(values, name, stored)} error={errors[name]} autoComplete="off" />;
  return (
    <>
      <DateInput name="date" legend="Day" legendSize="s" hint="For example, 3 3 2027" defaultValues={values ? dateParts(values, "date") : partsOfDate(meeting ? dayOf(meeting.startsAt) : null)} error={errors["date"]} />
      {times("from", "From", "Like 9:30am", meeting && showTime(meeting.startsAt))}
      {times("until", "Until", "Like 11:30am", meeting && showTime(meeting.endsAt))}
    </>
  );
}

const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });

function dayOf(moment: string): string {
  return london.format(new Date(moment));
}

export function ReasonField({ label, hint, values, errors }: FieldsProps & { label: string; hint: string }) {
  return <Textarea name="reason" label={label} labelSize="s" rows={4} hint={hint} defaultValue={typedOr(values, "reason", "")} error={errors["reason"]} />;
}

/** An item of an agenda. */
export function ItemFields({ item, values, errors }: FieldsProps & { item?: Pick<ItemView, "title" | "purpose" | "papers"> }) {
  return (
    <>
      <Input name="title" label="Item" labelSize="s" hint="Like “How children who miss school are found”" defaultValue={typedOr(values, "title", item?.title)} error={errors["title"]} />
      <Radios name="purpose" legend="What it is on the agenda for" legendSize="s" items={itemPurposes.map((purpose) => ({ value: purpose, text: itemPurposeLabels[purpose] }))} defaultValue={typedOr(values, "purpose", item?.purpose)} error={errors["purpose"]} />
      <Textarea
        name="papers"
        label="Papers (optional)"
        labelSize="s"
        rows={8}
        hint={<>A few sentences, or links: write [the name of the paper](https://its address). <a className="govuk-link" href="/portal/formatting">How to write lists and links</a></>}
        defaultValue={typedOr(values, "papers", item?.papers)}
        error={errors["papers"]}
        spellCheck
      />
    </>
  );
}
