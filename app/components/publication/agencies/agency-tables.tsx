import { Table } from "#app/components/govuk/table.tsx";
import { agencySectorLabels, inclusionLabels } from "#app/domain/agencies/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { StoredAgencies } from "#app/domain/publication/agencies.ts";
import { bySector, type Listed, type ListedAgency } from "#app/domain/publication/agency-list.ts";
import { withheldAgencyName } from "#app/domain/publication/withheld-agencies.ts";

/** Agencies by kind of work, each with its category and why it was chosen. */
export function AgencyTables({ agencies, areas }: { agencies: readonly Listed[]; areas: StoredAgencies["areas"] }) {
  return (
    <>
      {bySector(agencies).map(({ sector, agencies: ofSector }) => (
        <Table
          key={sector}
          caption={agencySectorLabels[sector]}
          columns={[{ label: "Agency" }, { label: "Category" }, { label: "Why it was chosen" }]}
          rows={ofSector.map((agency) => ({
            key: agency.id,
            cells: [
              agency.name === null ? <Withheld key="name" /> : <Named key="name" agency={agency} areas={areas} />,
              <>{agency.category.title}{agency.inclusion === "voluntary" && <span className="muted"><br />{inclusionLabels.voluntary}</span>}</>,
              agency.name === null ? <span key="why" className="muted">Not published</span> : <>{agency.reason}{agency.howWeWork && <span className="muted"><br />{agency.howWeWork}</span>}</>,
            ],
          }))}
        />
      ))}
    </>
  );
}

/** Somebody who lives or works there would be at risk if it were told which it is. */
function Withheld() {
  return (
    <>
      {withheldAgencyName}
      <span className="muted"><br />A refuge or another agency that is listed by its category only</span>
    </>
  );
}

function Named({ agency, areas }: { agency: ListedAgency; areas: StoredAgencies["areas"] }) {
  const { id, name, parent, phase, areas: codes } = agency;
  const inAreas = codes.map((code) => areas.find((area) => area.code === code)?.name ?? code).join(", ");
  const under = [phase, parent && `Part of ${parent}`, inAreas && `In ${inAreas}`].filter(Boolean);
  return (
    <>
      <a className="govuk-link" href={pathTo.agency(id)}>{name}</a>
      {under.length > 0 && <span className="muted"><br />{under.join(" · ")}</span>}
    </>
  );
}
