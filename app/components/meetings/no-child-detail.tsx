import { WarningText } from "#app/components/govuk/warning-text.tsx";

/** What never belongs into an agenda, its papers or its minutes. */
export function NoChildDetail() {
  return (
    <>
      <WarningText>Write nothing here about a child, a family or anybody who could be recognised: no name, no date of birth, no address, no number.</WarningText>
      <p className="govuk-body">Meetings here govern; they do not discuss cases. What you type is searched for numbers and addresses that identify somebody.</p>
    </>
  );
}
