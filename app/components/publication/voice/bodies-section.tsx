import { Table } from "#app/components/govuk/table.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { ListedBody } from "#app/domain/publication/representative-bodies.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

/** Named agencies that speak for others, each with how many of those named it speaks for. */
export function BodiesSection({ bodies }: { bodies: readonly ListedBody[] }) {
  if (bodies.length === 0) return null;
  return (
    <section className="section" aria-labelledby="bodies">
      <h2 className="govuk-heading-m" id="bodies">Bodies that speak for others</h2>
      <Table
        caption="Bodies that speak for others"
        captionHidden
        columns={[{ label: "Body" }, { label: "Of the agencies named, it speaks for" }, { label: "Others" }]}
        rows={bodies.map(({ id, name, role, since, words, outside }) => ({
          key: id,
          cells: [
            <><a className="govuk-link" href={pathTo.agency(id)}>{name}</a><span className="muted"><br />{withFullStop(role)} Since {showDate(since)}.</span></>,
            words ?? <span className="muted">None yet</span>,
            outside ? <OutsideCount key="outside" outside={outside} /> : <span className="muted">Not counted</span>,
          ],
        }))}
      />
    </section>
  );
}

/** Members that are not in the register, with where the number is from. */
export function OutsideCount({ outside: { count, source, on } }: { outside: NonNullable<ListedBody["outside"]> }) {
  return <>{count.toLocaleString("en-GB")} that {count === 1 ? "is" : "are"} not in the register<span className="muted"><br />{source}, {showDate(on)}</span></>;
}
