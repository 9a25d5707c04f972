import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { PublishedVersion } from "#app/domain/publication/rules.ts";

/** The three SHA-256 hashes of a published version, in full. */
export function Fingerprints({ sha256 }: { sha256: PublishedVersion["sha256"] }) {
  const rows = [
    { key: "Signed text", value: sha256.content },
    { key: "Web page", value: sha256.html },
    { key: "PDF", value: sha256.pdf },
    ...(sha256.file ? [{ key: "The document’s own file", value: sha256.file }] : []),
  ];
  return (
    <>
      <h2 className="govuk-heading-m">Its fingerprints</h2>
      <p className="govuk-body">A fingerprint (SHA-256) is a long number worked out from the exact bytes. If one letter changes, it changes.</p>
      <SummaryList rows={rows.map(({ key, value }) => ({ key, value: <span className="hash hash--whole">{value}</span> }))} />
    </>
  );
}
