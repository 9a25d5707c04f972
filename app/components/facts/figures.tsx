import type { ReactNode } from "react";

export interface Figure {
  term: string;
  value: ReactNode;
  /** What the number needs to be understood: "up £18,000 on 2024 to 2025". */
  note?: ReactNode;
}

/** A few headline numbers in a row. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.term}>
          <dt>{figure.term}</dt>
          <dd>
            {figure.value}
            {figure.note && <span>{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
