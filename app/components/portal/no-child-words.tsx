import { WarningText } from "#app/components/govuk/warning-text.tsx";

/** What never belongs into a record of how the partners work together. @param what "a decision", "a risk" */
export function NoChildWords({ what }: { what: string }) {
  return (
    <>
      <WarningText>Write nothing here that could identify a child, a family or any other person: no name, no date of birth, no address, no number, no story that people would recognise.</WarningText>
      <p className="govuk-body">What you type is searched for numbers and addresses that identify somebody before {what} is kept.</p>
    </>
  );
}
