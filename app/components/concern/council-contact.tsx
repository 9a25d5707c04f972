import type { PublishedContact } from "#app/domain/concern/contact.ts";
import { phoneHref, showPhone } from "#app/domain/concern/phone.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { FindYourCouncil } from "./national-numbers.tsx";

/** Whom to call in one council’s area, as the partnership last checked it; the national way where it has recorded nothing. */
export function CouncilContact({ code, area, contact }: { code: string; area: string; contact: PublishedContact | undefined }) {
  const id = `council-${code}`;
  return (
    <section className="call" aria-labelledby={id}>
      <h3 id={id}>If the child lives in {area}</h3>
      {contact ? <Numbers contact={contact} /> : (
        <>
          <p>The numbers for {area} are not recorded here. Outside office hours an emergency team answers at every council.</p>
          <FindYourCouncil />
        </>
      )}
    </section>
  );
}

function Numbers({ contact: { service, phone, outOfHoursPhone, webPage, checkedOn } }: { contact: PublishedContact }) {
  return (
    <>
      <p>{service}{!outOfHoursPhone && ", at any time"}</p>
      <Number label={outOfHoursPhone ? "In office hours" : undefined} phone={phone} />
      {outOfHoursPhone && <Number label="In the evening, at night, at weekends and on bank holidays" phone={outOfHoursPhone} />}
      {webPage && <p><a className="breakable" href={webPage}>{service}: web page</a></p>}
      <p className="muted">Checked on {showDate(checkedOn)}</p>
    </>
  );
}

function Number({ label, phone }: { label: string | undefined; phone: string }) {
  return (
    <>
      {label && <p className="call__label">{label}</p>}
      <p className="call__number"><a href={phoneHref(phone)}>{showPhone(phone)}</a></p>
    </>
  );
}
