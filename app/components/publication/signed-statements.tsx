import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { ShownSignature } from "#app/domain/publication/checks.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

const strengthWords = {
  "password+totp": "Password and a code from a second device, entered just before signing",
  "password-demo": "Password only, as in a demonstration",
};

/** Who signed, in which office, when, with which words. */
export function SignedStatements({ signatures }: { signatures: readonly ShownSignature[] }) {
  return (
    <>
      {signatures.map((signature) => (
        <section key={signature.seatId} aria-label={signature.organisation}>
          <h3 className="govuk-heading-s">{signature.organisation}</h3>
          <SummaryList
            rows={[
              { key: "Signed by", value: `${signature.signer}, ${signature.office}${signature.acting ? " (acting)" : ""}` },
              { key: "Date", value: showMoment(signature.signedAt) },
              ...(signature.declaration.length > 0 ? [{ key: "Words signed", value: <Words declaration={signature.declaration} /> }] : []),
              ...(signature.strength ? [{ key: "Identity shown by", value: strengthWords[signature.strength] }] : []),
              { key: "Reference", value: <span className="hash">{signature.reference}</span> },
              { key: "Fingerprint", value: <span className="hash hash--whole">{signature.statementSha256}</span> },
            ]}
          />
        </section>
      ))}
    </>
  );
}

function Words({ declaration }: { declaration: readonly string[] }) {
  return <>{declaration.map((sentence) => <p key={sentence} className="govuk-body">{sentence}</p>)}</>;
}
