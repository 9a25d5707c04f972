import { Details } from "#app/components/govuk/details.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";

const fields = [
  ["publication, partnership, kind, number", "Which version it is. Identifiers never change."],
  ["status, notices", "Published, superseded, withdrawn or taken-down, with dates and public reasons."],
  ["sha256", "Fingerprints of the signed text (content), the web page (html) and the PDF (pdf)."],
  ["signatures", "Body, office, name, date, reference and fingerprint of each signature."],
  ["coverage", "What the guidance asks for, and the numbers of the sections that answer it."],
  ["file", "Where the document’s text is a PDF made elsewhere: its name, size, pages and fingerprint."],
  ["content", "The signed text itself: sections in Markdown, byte for byte as it was signed. A section whose audience is young-people is the page for children and young people."],
  ["links", "The same version as a web page, PDF and data, and its checks."],
] as const;

/** What the data file of a version holds. */
export function DataContract({ path }: { path: string }) {
  return (
    <Details summaryText="What is in the data file">
      <p className="govuk-body">The same version for computers is at <a className="govuk-link" href={`${path}.json`}>{path}.json</a>. See <a className="govuk-link" href="/open-data">open data</a> for what you may do with it.</p>
      <SummaryList rows={fields.map(([key, value]) => ({ key, value }))} />
    </Details>
  );
}
