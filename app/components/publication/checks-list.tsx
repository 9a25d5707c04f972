import { Tag } from "#app/components/govuk/tag.tsx";
import { checkWords, type Check } from "#app/domain/publication/checks.ts";

/** Each check as a line: what was checked, how it came out in words, and why it matters. */
export function ChecksList({ checks }: { checks: readonly Check[] }) {
  return (
    <ol className="checks">
      {checks.map(({ key, passed, result }) => (
        <li key={key}>
          <h3>{checkWords[key].title} <Tag text={passed ? "Passed" : "Failed"} tone={passed ? "green" : "red"} /></h3>
          <p>{result}</p>
          <p className="muted">Why it matters: {checkWords[key].why}</p>
        </li>
      ))}
    </ol>
  );
}
