import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { DecisionLine, SeatPowers } from "#app/domain/decisions/decision-view.ts";
import { decisionMatters, privateKindLabels, privateKinds, type ReplacementKind, takerLabels } from "#app/domain/decisions/vocabulary.ts";
import { typedMoney } from "#app/domain/shared/money.ts";
import { dateParts, type FormValues, list, partsOfDate, text, typedOr } from "#app/http/form-values.ts";

export interface DecisionFormProps {
  today: string;
  powers: readonly SeatPowers[];
  /** The decision that this one corrects or supersedes. */
  earlier: { decision: DecisionLine; kind: ReplacementKind } | null;
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
}

/** A decision: one sentence, who decides, what was weighed, what follows, and whether the public reads it. */
export function DecisionForm({ today, powers, earlier, values, errors, found, submissionKey, cancelHref }: DecisionFormProps) {
  const begun = earlier?.kind === "corrects" ? earlier.decision : null;
  const words = (name: string, stored: string | null = null) => ({ name, labelSize: "s" as const, defaultValue: typedOr(values, name, stored ?? ""), error: errors[name] });
  const chosen = (name: string, stored: string | undefined) => (values ? text(values, name) : stored);
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {earlier && <Textarea {...words("replacesReason")} label="Why the earlier decision is replaced" rows={2} hint={earlier.kind === "corrects" ? "Say what was wrong in it. It stays to be read" : "Say what has changed since. It stays to be read"} />}
      <Textarea {...words("sentence", begun?.sentence)} label="The decision, in one plain sentence" rows={2} hint="As you would tell it to somebody who was not there, like “Schools are told of domestic abuse incidents within one school day”" />
      <Radios name="matter" legend="What it is about" legendSize="s" items={decisionMatters.map(({ id, label, reserved }) => ({ value: id, text: label, ...(reserved ? { hint: "For the leads together; it cannot be delegated" } : {}) }))} defaultValue={chosen("matter", begun?.matter)} error={errors["matter"]} />
      <Input {...words("amount", begun ? typedMoney(begun.amountPence) : "")} label="Money it commits (optional)" prefix="£" inputMode="decimal" width={10} />
      <Radios name="takenBy" legend="Who decides" legendSize="s" items={[{ value: "delegates", text: takerLabels.delegates, hint: "Taken, within what their leads have delegated" }, { value: "leads", text: takerLabels.leads, hint: "It is put to every lead, and stands once all have agreed" }]} defaultValue={chosen("takenBy", begun?.takenBy)} error={errors["takenBy"]} />
      <Checkboxes
        name="seats"
        legend="Whose delegates decided"
        legendSize="s"
        hint="Only if delegated safeguarding partners decided. Those in office on the day are recorded"
        items={powers.map(({ seatId, body, delegate }) => ({ value: seatId, text: body, hint: delegate ? `Today: ${delegate.office}, ${delegate.name}` : "Nobody is the delegate today" }))}
        defaultValues={values ? list(values, "seats") : (begun?.takenBy === "delegates" ? begun.takers.map((each) => each.seatId) : [])}
        error={errors["seats"]}
      />
      <DateInput name="decidedOn" legend="Decided on" legendSize="s" hint="Only if delegated safeguarding partners decided. For the leads it is the day on which the last of them agrees" defaultValues={values ? dateParts(values, "decidedOn") : partsOfDate(begun?.decidedOn ?? today)} error={errors["decidedOn"]} />
      <Textarea {...words("options", begun?.options)} label="Options considered" rows={4} hint="What else could have been done, and why this was chosen" />
      <Textarea {...words("dissent", begun?.dissent)} label="Who saw it otherwise, and why (optional)" rows={2} hint="By body or office, like “The police would have begun in one district”" />
      <Textarea {...words("leadsTo", begun?.leadsTo)} label="What it leads to (optional)" rows={2} hint="Who does what by when" />
      <Radios name="isPublic" legend="May the public read it?" legendSize="s" items={[{ value: "yes", text: "Yes" }, { value: "no", text: "No", hint: "Say why below" }]} defaultValue={chosen("isPublic", begun ? (begun.isPublic ? "yes" : "no") : undefined)} error={errors["isPublic"]} />
      <Select name="privateKind" label="Why it is not public" labelSize="s" items={[{ value: "", text: "It is public" }, ...privateKinds.map((kind) => ({ value: kind, text: privateKindLabels[kind] }))]} defaultValue={typedOr(values, "privateKind", begun?.privateKind ?? "")} error={errors["privateKind"]} />
      <Textarea {...words("privateReason", begun?.privateReason)} label="The reason, in a sentence (only if it is not public)" rows={2} />
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button>Record the decision</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
