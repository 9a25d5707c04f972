/** The HTML of a frozen version, exactly as stored: it was made from escaped text when the version was frozen. */
export function StoredText({ html }: { html: string }) {
  return <div className="stored-text" dangerouslySetInnerHTML={{ __html: html }} />;
}
