import { FormattingReminder, RecordTokensHelp } from "#app/components/drafting/record-tokens-help.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { SectionEditing } from "#app/domain/documents/drafting-view.ts";
import type { GuidanceItem } from "#app/domain/guidance/vocabulary.ts";

export interface SectionFieldsProps {
  section: SectionEditing;
  /** What to show: typed last, or stored. */
  typed: { title: string; body: string; items: readonly string[] };
  errors: Readonly<Record<string, string>>;
}

/** The fields of the section editor: title, text, and what it covers. */
export function SectionFields({ section, typed, errors }: SectionFieldsProps) {
  const forYoungPeople = section.audience === "young-people";
  return (
    <>
      <Input name="title" label="Title" labelSize="s" defaultValue={typed.title} error={errors.title} autoComplete="off" />
      <Textarea
        name="body"
        label="Text"
        labelSize="s"
        rows={22}
        classes="editor"
        defaultValue={typed.body}
        error={errors.body}
        hint={`${forYoungPeople ? "Write to children, in short and kind words." : "Write for the public, in plain English."} Never write about one child or family.`}
        spellCheck
      />
      <FormattingReminder />
      <RecordTokensHelp budget={section.ofBudget} />
      {!forYoungPeople && section.guidance.length > 0 && <CoveredItems guidance={section.guidance} elsewhere={section.elsewhere} ticked={typed.items} error={errors.items} />}
    </>
  );
}

interface CoveredItemsProps {
  guidance: readonly GuidanceItem[];
  elsewhere: Readonly<Record<string, string[]>>;
  ticked: readonly string[];
  error?: string;
}

/** Which items of the guidance a section covers. Closed once something is ticked, since it seldom changes. */
export function CoveredItems({ guidance, elsewhere, ticked, error }: CoveredItemsProps) {
  const summary = ticked.length === 0 ? "This section covers no item of the guidance" : `This section covers ${String(ticked.length)} ${ticked.length === 1 ? "item" : "items"} of the guidance`;
  return (
    <Details summaryText={summary} open={error !== undefined}>
      <Checkboxes
        name="items"
        legend="Which items does it cover?"
        legendSize="s"
        small
        error={error}
        defaultValues={ticked}
        items={guidance.map((item) => ({
          value: item.id,
          text: `${item.title} (${item.strength}${item.inForce ? "" : ", not yet in force"})`,
          hint: elsewhere[item.id]?.length ? `Also in ${(elsewhere[item.id] ?? []).map((title) => `“${title}”`).join(" and ")}` : undefined,
        }))}
      />
    </Details>
  );
}
