import { pathTo } from "#app/domain/publication/addresses.ts";
import { vacantSeats } from "#app/domain/publication/rules.ts";
import type { PartnershipListing } from "#app/domain/publication/search.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Partnerships by name, each with its councils and where its arrangements stand. */
export function PartnershipList({ listings }: { listings: readonly PartnershipListing[] }) {
  return (
    <ul className="records">
      {listings.map((listing) => {
        const { partnership, areas, seats } = listing.facts;
        const vacant = vacantSeats(listing.facts);
        return (
          <li key={partnership.id}>
            <h3><a className="govuk-link" href={pathTo.partnership(partnership.slug)}>{partnership.name}</a></h3>
            <p>{areas.map((area) => area.name).join(", ")}</p>
            <p className="muted">{seats.length} partners. {arrangementsLine(listing)}{vacant.length > 0 && ` ${vacancyLine(vacant)}`}</p>
          </li>
        );
      })}
    </ul>
  );
}

function arrangementsLine({ arrangements }: PartnershipListing): string {
  if (!arrangements) return "Arrangements not yet published.";
  if (arrangements.state === "withdrawn") return `Arrangements withdrawn: version ${String(arrangements.number)}.`;
  if (arrangements.state === "taken-down") return `Arrangements taken down for safety: version ${String(arrangements.number)}.`;
  return `Arrangements version ${String(arrangements.number)}, published ${showDate(arrangements.publishedAt)}.`;
}

function vacancyLine(vacant: PartnershipListing["facts"]["seats"]): string {
  return `Vacant: lead safeguarding partner for ${vacant.map((seat) => seat.organisation).join(" and ")}.`;
}
