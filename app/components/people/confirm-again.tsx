import { ConfirmFields, type ConfirmFieldsProps } from "#app/components/account/confirm-fields.tsx";

/** Asks who it is, at the end of a form about an office; nothing when it was asked a moment ago. */
export function ConfirmAgain({ strength, errors = {} }: { strength: ConfirmFieldsProps["strength"] | null; errors?: Record<string, string> }) {
  if (!strength) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Confirm who you are</h2>
      <p className="govuk-body">This decides who acts for an organisation, so we check that it is still you.</p>
      <ConfirmFields strength={strength} errors={errors} />
    </>
  );
}
