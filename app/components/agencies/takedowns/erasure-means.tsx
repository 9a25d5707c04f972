/** What erasing lists of agencies removes, and what stands. */
export function ListErasureMeans() {
  return (
    <>
      <h2 className="govuk-heading-m">What is erased</h2>
      <p className="govuk-body">Every list that was published up to that day: names, reasons, how the partnership works with each. The register itself is not touched: check that the words are gone from there too.</p>
      <h2 className="govuk-heading-m">What stands</h2>
      <p className="govuk-body">That there were lists, when each was published, how many agencies it named, their numbers here and the fingerprint of each list.</p>
    </>
  );
}
