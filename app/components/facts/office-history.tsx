import { Table } from "#app/components/govuk/table.tsx";
import type { HeldBy, OfficeHistory } from "#app/domain/publication/history.ts";
import { withheldName } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Who held each office on one day. */
export function OfficesOnDay({ offices, title }: { offices: readonly OfficeHistory[]; title: string }) {
  const there = offices.filter((office) => office.onDay.state !== "not-there");
  return (
    <Table
      caption={title}
      columns={[{ label: "Office" }, { label: "Who" }, { label: "Since" }]}
      rows={there.map(({ key, label, onDay }) => ({
        key,
        cells: [label, onDay.state === "held" ? <Who key="who" holder={onDay.holder} /> : <strong key="vacant">Vacant</strong>, onDay.state === "not-there" ? "" : showDate(onDay.state === "held" ? onDay.holder.since : onDay.since)],
      }))}
    />
  );
}

/** The whole time of each office, vacancies said. */
export function OfficeTimelines({ offices }: { offices: readonly OfficeHistory[] }) {
  return (
    <>
      {offices.map(({ key, label, stretches }) => (
        <Table
          key={key}
          caption={label}
          captionSize="s"
          columns={[{ label: "Who" }, { label: "From" }, { label: "Until the start of" }]}
          rows={stretches.map(({ since, until, holder }, at) => ({
            key: `${key}-${String(at)}`,
            cells: [holder ? <Who key="who" holder={holder} /> : <strong key="vacant">Vacant</strong>, showDate(since), until ? showDate(until) : "No end date"],
          }))}
        />
      ))}
    </>
  );
}

function Who({ holder }: { holder: HeldBy }) {
  return <>{holder.who ?? withheldName}<span className="muted">, {holder.acting ? `acting ${holder.office}` : holder.office}</span></>;
}
