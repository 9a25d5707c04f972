import { WarningText } from "#app/components/govuk/warning-text.tsx";

/** What never belongs into a priority, its measures or its story. */
export function NobodyInIt() {
  return (
    <>
      <WarningText>Write nothing here about a child, a family or any other person: no name, no date of birth, no address, no story of one case.</WarningText>
      <p className="govuk-body">What you write is published when the priority is. Write no number of children under 5 in words: the figures of a measure are held back when they are small, but a sentence is not. What you type is searched for numbers and addresses that identify somebody.</p>
    </>
  );
}
