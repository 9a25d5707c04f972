import { Input } from "#app/components/govuk/input.tsx";
import type { ConcernContact } from "#app/domain/concern/contact.ts";
import { showPhone } from "#app/domain/concern/phone.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

export interface ContactFieldsProps {
  contact: ConcernContact | null;
  values?: FormValues;
  errors: Record<string, string>;
}

/** Whom to call in one area: what was typed, or what is recorded. */
export function ContactFields({ contact, values, errors }: ContactFieldsProps) {
  const phone = (digits: string | null | undefined) => (digits ? showPhone(digits) : null);
  return (
    <>
      <Input name="service" label="Name of the service that answers" hint="As callers hear it, like “Northmoor children’s front door”" defaultValue={typedOr(values, "service", contact?.service)} error={errors["service"]} autoComplete="off" />
      <Input name="phone" type="tel" width={20} label="Phone" hint="Answered in office hours" defaultValue={typedOr(values, "phone", phone(contact?.phone))} error={errors["phone"]} autoComplete="off" />
      <Input name="outOfHoursPhone" type="tel" width={20} label="Phone out of hours (optional)" hint="Evenings, nights, weekends and bank holidays. Leave it empty only if the first number is answered at any time: the public page says so" defaultValue={typedOr(values, "outOfHoursPhone", phone(contact?.outOfHoursPhone))} error={errors["outOfHoursPhone"]} autoComplete="off" />
      <Input name="webPage" type="url" label="Web page (optional)" hint="The council’s own page about reporting a concern, beginning with https://" defaultValue={typedOr(values, "webPage", contact?.webPage)} error={errors["webPage"]} autoComplete="off" spellCheck={false} />
    </>
  );
}
