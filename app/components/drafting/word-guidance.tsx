/** What becomes of a Word file, before anybody chooses one. */
export function WordGuidance() {
  return (
    <>
      <p className="govuk-body">We read your document and show you what we found. Nothing changes until you have looked through it.</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Each main heading (the style “Heading 1”) becomes a section. Lower headings stay inside it.</li>
        <li>Lists, tables, links, bold and italic words and footnotes come along.</li>
        <li>Sections are matched to what the guidance asks for. You confirm each match.</li>
        <li>Pictures, comments, headers and footers do not come along. We list each one, and every tracked change.</li>
      </ul>
    </>
  );
}
