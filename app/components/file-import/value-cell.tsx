/** What a cell says; nothing is said too. Only a long word may break anywhere. */
export function ValueCell({ text }: { text: string | undefined }) {
  if (!text) return <span className="muted">Empty</span>;
  return /\S{20}/.test(text) ? <span className="breakable">{text}</span> : <>{text}</>;
}
