/** Which earlier version to compare with. */
export function CompareWith({ path, earlier, since }: { path: string; earlier: readonly number[]; since: number | null }) {
  if (earlier.length === 0) return <p className="govuk-body">There is no earlier version.</p>;
  if (earlier.length === 1 && since !== null) return null;
  return (
    <p className="govuk-body">
      Compare with:{" "}
      {earlier.map((number, at) => (
        <span key={number}>
          {at > 0 && ", "}
          {number === since ? <strong>version {number}</strong> : <a className="govuk-link" href={`${path}?since=${String(number)}`}>version {number}</a>}
        </span>
      ))}
    </p>
  );
}
