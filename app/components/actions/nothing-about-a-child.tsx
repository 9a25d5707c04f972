import { WarningText } from "#app/components/govuk/warning-text.tsx";

/** What never belongs into what a partnership keeps of its own work. */
export function NothingAboutAChild() {
  return <WarningText>Write nothing here that could identify a child, a family or a patient: no name, no date of birth, no address, no number. What you type is searched for them.</WarningText>;
}
