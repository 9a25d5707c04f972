import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";

export interface SeatCard {
  /** The body whose seat it is. */
  body: string;
  /** One line each: office and name, then dates. */
  lines: readonly ReactNode[];
  /** What the mark at the left repeats; the lines say the same in words. */
  state?: "signed" | "open" | "vacant";
}

/** One card for each statutory partner. The section's own heading stands above, at level two. */
export function SeatCards({ seats }: { seats: readonly SeatCard[] }) {
  return (
    <ul className="seats">
      {seats.map((seat) => (
        <li key={seat.body} className={classNames("seat", seat.state && `seat--${seat.state}`)}>
          <h3>{seat.body}</h3>
          {seat.lines.map((line, at) => <p key={at}>{line}</p>)}
        </li>
      ))}
    </ul>
  );
}
