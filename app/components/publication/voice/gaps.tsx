/** What nobody represents, a sentence each. */
export function Gaps({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      {sentences.map((sentence) => <p className="govuk-body" key={sentence}>{sentence}</p>)}
    </div>
  );
}
