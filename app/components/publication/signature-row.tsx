import { partnerKindLabels } from "#app/domain/documents/vocabulary.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Every seat's signature: body, name, office, date, with a tick that the words repeat. */
export function SignatureRow({ signatures }: { signatures: DocumentFacts["signatures"] }) {
  return (
    <ul className="seats">
      {signatures.map((signature) => (
        <li key={signature.seatId} className="seat seat--signed">
          <h3>{signature.organisation}</h3>
          <p className="muted">{partnerKindLabels[signature.kind]}</p>
          <p>{signature.signer}</p>
          <p>{signature.office}{signature.acting && ", acting"}</p>
          <p className="signed">
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M2 8.5l4 4L14 4" fill="none" stroke="currentColor" strokeWidth="2.5" /></svg>
            Signed {showDate(signature.signedAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}
