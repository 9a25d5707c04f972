/** The codes, shown this once, with what to do with them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p className="govuk-body">If you are ever without your phone, one of these lets you sign in. Each works once. <strong>They are shown only now.</strong></p>
      <ol className="recovery-codes">
        {codes.map((code) => <li key={code}><span className="hash">{code}</span></li>)}
      </ol>
      <ul className="govuk-list govuk-list--bullet">
        <li>Print this page, or write them down, or put them in a password manager.</li>
        <li>Keep them where your phone is not, and where nobody else looks.</li>
        <li>Never keep them in the same place as your password.</li>
      </ul>
    </>
  );
}
