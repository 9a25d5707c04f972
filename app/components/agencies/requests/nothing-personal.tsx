import { WarningText } from "#app/components/govuk/warning-text.tsx";

/** What never belongs into a request for information or an answer to it. */
export function NothingPersonal() {
  return (
    <>
      <WarningText>Write nothing here about a child, a family or any other person: no name, no date of birth, no address, no number.</WarningText>
      <p className="govuk-body">This page keeps that something was asked, in general terms, and what became of it. Send names and the information itself by your own secure way. What you type is searched for numbers and addresses that identify somebody.</p>
    </>
  );
}
