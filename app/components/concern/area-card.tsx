import { classNames } from "#app/components/govuk/class-names.ts";
import type { AreaContact } from "#app/domain/concern/contact.ts";
import { showPhone } from "#app/domain/concern/phone.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What is recorded for one council. */
export function RecordedContact({ contact, checkedOn }: Pick<AreaContact, "contact" | "checkedOn">) {
  if (!contact) return <p>Nothing is recorded.</p>;
  return (
    <>
      <p>{contact.service}</p>
      <p><strong>{showPhone(contact.phone)}</strong>{contact.outOfHoursPhone && " in office hours"}</p>
      {contact.outOfHoursPhone && <p><strong>{showPhone(contact.outOfHoursPhone)}</strong> at other times</p>}
      {contact.webPage && <p className="breakable">{contact.webPage}</p>}
      {checkedOn && <p className="muted">Checked on {showDate(checkedOn)}</p>}
    </>
  );
}

/** What is recorded for one council, and the way to change it. */
export function AreaCard({ area: { area, contact, checkedOn }, href }: { area: AreaContact; href: string }) {
  return (
    <li className={classNames("seat", !contact && "seat--vacant")}>
      <h2>{area}</h2>
      <RecordedContact contact={contact} checkedOn={checkedOn} />
      <p><a className="govuk-link" href={href}>{contact ? "Check or change" : "Record the numbers"}<span className="govuk-visually-hidden"> for {area}</span></a></p>
    </li>
  );
}
