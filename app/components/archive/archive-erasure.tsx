/** What erasing an entry removes, and what stands. */
export function ArchiveErasureMeans() {
  return (
    <>
      <h2 className="govuk-heading-m">What is erased</h2>
      <p className="govuk-body">The title, the web address, the reasons for corrections and the PDF of this entry, in every form it ever had on the list.</p>
      <h2 className="govuk-heading-m">What stands</h2>
      <p className="govuk-body">That there was an entry, of which kind and period, when it was added, corrected and taken off, and the fingerprints of its files. A site that the web address led to is not touched.</p>
    </>
  );
}
