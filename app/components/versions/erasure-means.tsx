/** What erasing a version removes, and what stands. */
export function ErasureMeans() {
  return (
    <>
      <h2 className="govuk-heading-m">What is erased</h2>
      <p className="govuk-body">The content, the web page and the PDF of this version, here and on the public site.</p>
      <h2 className="govuk-heading-m">What stands</h2>
      <p className="govuk-body">The fingerprints, the signatures with name, office and date, the reasons given, and every entry of the record. So it stays proven what was signed, by whom and when, without anybody being able to read it. The draft is not touched: check that the words are gone from there too.</p>
    </>
  );
}
