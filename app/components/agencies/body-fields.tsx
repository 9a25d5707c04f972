import { Input } from "#app/components/govuk/input.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface BodyFieldsProps {
  agency: AgencyView | null;
  values?: FormValues;
  errors: Record<string, string>;
}

/** What is said of a body itself: its name, and the numbers by which it is known elsewhere. */
export function BodyFields({ agency, values, errors }: BodyFieldsProps) {
  const field = (name: string, stored: string | number | null | undefined) => ({ name, labelSize: "s" as const, defaultValue: typedOr(values, name, stored === null || stored === undefined ? "" : String(stored)), error: errors[name], autoComplete: "off" });
  return (
    <>
      <Input {...field("legalName", agency?.legalName)} label="Legal name" hint="Of the organisation, never of a person" />
      <Input {...field("urn", agency?.urn)} label="URN (optional)" hint="Of a school: six digits" width={10} inputMode="numeric" />
      <Input {...field("charityNumber", agency?.charityNumber)} label="Charity number (optional)" hint="Like 1234567, or 1234567-2 for a linked charity" width={10} />
      <Input {...field("organisationCode", agency?.organisationCode)} label="Organisation code (optional)" hint="Of the NHS or of Ofsted, like RX1 or EY123456" width={10} />
      <Input {...field("parent", agency?.parent)} label="Academy trust, federation or parent body (optional)" />
      <Input {...field("phase", agency?.phase)} label="Phase (optional)" hint="Of a school or college, like Primary" width={20} />
      <Input {...field("establishment", agency?.establishment)} label="Type (optional)" hint="Like “Voluntary aided school” or “Community trust”" />
    </>
  );
}
