import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { agencyAuditLabels, inclusionLabels } from "#app/domain/agencies/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { NamedBy } from "#app/domain/publication/agencies.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

/** One body, with every partnership that names it and why. */
export function NamedAgency({ name, naming }: { name: string; naming: readonly NamedBy[] }) {
  const [first] = naming;
  if (!first) return null;
  const { urn, charityNumber, organisationCode, parent, phase, establishment } = first.agency;
  return (
    <>
      <h1 className="govuk-heading-l">{name}</h1>
      <p className="govuk-body-l">{naming.length === 1 ? "One partnership on this site names it" : `${String(naming.length)} partnerships on this site name it`} as a relevant agency: a body that works with the partners to keep children safe.</p>
      <SummaryList
        rows={[
          ...(establishment ? [{ key: "Type", value: establishment }] : []),
          ...(phase ? [{ key: "Phase", value: phase }] : []),
          ...(parent ? [{ key: "Part of", value: parent }] : []),
          ...(urn ? [{ key: "URN", value: String(urn) }] : []),
          ...(charityNumber ? [{ key: "Charity number", value: charityNumber }] : []),
          ...(organisationCode ? [{ key: "Organisation code", value: organisationCode }] : []),
        ]}
      />
      {naming.map(({ partnership, agency, category, representedBy, speaksFor }) => (
        <section className="section" key={partnership.id} aria-labelledby={`named-by-${partnership.slug}`}>
          <h2 className="govuk-heading-m" id={`named-by-${partnership.slug}`}><a className="govuk-link" href={pathTo.agencies(partnership.slug)}>{partnership.name}</a></h2>
          <SummaryList
            rows={[
              { key: "Category", value: category.title },
              { key: "Named", value: `On ${showDate(agency.namedOn)}, ${inclusionLabels[agency.inclusion].toLowerCase()}` },
              { key: "Why it was chosen", value: agency.reason },
              ...(agency.howWeWork ? [{ key: "How they work together", value: agency.howWeWork }] : []),
              ...(representedBy.length > 0 ? [{ key: "Represented by", value: <BodyLinks bodies={representedBy} /> }] : []),
              ...(speaksFor ? [{ key: "Speaks for others", value: <>{withFullStop(speaksFor.role)}{speaksFor.words && <><br />Of the agencies named: {speaksFor.words}.</>}</> }] : []),
              ...(agency.audits.length > 0 ? [{ key: "Audits", value: agency.audits.map((audit) => `${agencyAuditLabels[audit].label} (${agencyAuditLabels[audit].law})`).join("; ") }] : []),
            ]}
          />
        </section>
      ))}
      <FactsStrip facts={[{ term: "What is listed", description: "The partnerships that use this site and name it now" }, { term: "Never shown", description: "Names or addresses of people" }, { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> }]} />
    </>
  );
}

function BodyLinks({ bodies }: { bodies: readonly { id: string; name: string }[] }) {
  return (
    <ul className="govuk-list">
      {bodies.map(({ id, name }) => <li key={id}><a className="govuk-link" href={pathTo.agency(id)}>{name}</a></li>)}
    </ul>
  );
}
