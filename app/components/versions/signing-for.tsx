import { expanded } from "#app/domain/shared/abbreviations.ts";
import { officeOf } from "#app/components/versions/seats-signed.tsx";
import { type DocumentKind, documentWords } from "#app/domain/documents/vocabulary.ts";
import type { VersionSeatView } from "#app/domain/documents/version-view.ts";
import { joinNames } from "#app/domain/documents/version-state.ts";

/** Who the person signs for and in which office, what they sign, and what signing does. */
export function SigningFor({ kind, title, seat, otherSeats }: { kind: DocumentKind; title: string; seat: VersionSeatView; otherSeats: readonly string[] }) {
  return (
    <>
      <p className="govuk-body">
        You sign for <strong>{seat.organisation}</strong> as {officeOf(seat.holder ?? { office: seat.office, acting: false })}. When every {expanded("LSP")} has signed, {documentWords(kind).the} can be published. Your name, office and the date will be public.
      </p>
      <p className="govuk-body">“{title}”: {documentWords(kind).purpose} This version is frozen: not a letter of it can change after you sign.</p>
      {otherSeats.length > 0 && <p className="govuk-body">You also hold the seat of {joinNames(otherSeats)}. Each seat signs for itself: this signature is for {seat.organisation} alone.</p>}
    </>
  );
}
