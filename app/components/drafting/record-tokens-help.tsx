import { Details } from "#app/components/govuk/details.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { BUDGET_TOKENS, RECORD_TOKENS, writeToken } from "#app/domain/documents/text/record-tokens.ts";

/** The words that are filled from the partnership's records, and what each becomes. */
export function RecordTokensHelp({ budget = false }: { budget?: boolean }) {
  return (
    <Details summaryText="Names and dates from the records">
      <p>Type these words, with the brackets, and they are filled from the records of the partnership. Then a name is never out of date.</p>
      <RecordTokensTable budget={budget} />
    </Details>
  );
}

/** @param budget whether those that only a budget has are among them */
export function RecordTokensTable({ budget = false }: { budget?: boolean }) {
  return (
    <Table
      caption="Words that are filled from the records"
      captionHidden
      columns={[{ label: "Type" }, { label: "It becomes" }, { label: "Where" }]}
      rows={[...(budget ? BUDGET_TOKENS : []), ...RECORD_TOKENS].map((token) => ({
        key: token.name,
        cells: [<code key="token">{writeToken(token.name)}</code>, token.label, token.shape === "block" ? "On a line of its own" : "Anywhere in a sentence"],
      }))}
    />
  );
}

export function FormattingReminder() {
  return (
    <Details summaryText="How to format text">
      <ul className="govuk-list govuk-list--bullet">
        <li><code>## Heading</code> makes a heading, <code>### Heading</code> a smaller one</li>
        <li><code>- item</code> makes a list, <code>1. item</code> a numbered list</li>
        <li><code>**bold**</code> and <code>*italic*</code></li>
        <li><code>[words](https://example.org)</code> makes a link</li>
        <li>an empty line begins a new paragraph</li>
      </ul>
      <p><a className="govuk-link" href="/portal/formatting" target="_blank" rel="noreferrer">More on formatting, with tables (opens in a new tab)</a></p>
    </Details>
  );
}
