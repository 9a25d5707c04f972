import { identifierPath, placeName, placePath } from "#app/components/drafting/paths.ts";
import type { ReadinessLine } from "#app/domain/documents/readiness.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

/** Lines of the checklist, each with the place to put it right. */
export function ReadinessList({ at, lines }: { at: DocumentAddress; lines: readonly ReadinessLine[] }) {
  return (
    <ul className="checklist">
      {lines.map((line) => (
        <li key={line.code} id={`line-${line.code}`}>
          <p>{line.text}</p>
          <p>
            <a className="govuk-link" href={placePath(at, line)}>{placeName(line)}<span className="govuk-visually-hidden">: {line.text}</span></a>
            {line.identifier && (
              <> · <a className="govuk-link" href={identifierPath(at, line.identifier.fingerprint)}>
                {line.severity === "error" ? "It is not about a person: ask for it to stand" : "Who let it stand"}
                <span className="govuk-visually-hidden">: {line.text}</span>
              </a></>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
