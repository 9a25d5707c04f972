import type { DiffPart } from "#app/domain/documents/comparison.ts";

/** Words with insertions and deletions marked; those who hear the page are told where each begins and ends. */
export function MarkedText({ parts }: { parts: readonly DiffPart[] }) {
  return <>{parts.map((part, at) => <Part key={at} part={part} />)}</>;
}

function Part({ part: { change, text } }: { part: DiffPart }) {
  if (change === "same") return text;
  if (change === "added") return <ins><Hidden>start of insertion </Hidden>{text}<Hidden> end of insertion</Hidden></ins>;
  return <del><Hidden>start of deletion </Hidden>{text}<Hidden> end of deletion</Hidden></del>;
}

function Hidden({ children }: { children: string }) {
  return <span className="govuk-visually-hidden">{children}</span>;
}
