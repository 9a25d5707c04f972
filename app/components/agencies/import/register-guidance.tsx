import { Details } from "#app/components/govuk/details.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { registerColumns, type RegisterLayout } from "#app/domain/agencies/registers/vocabulary.ts";

import { agenciesPath } from "../paths.ts";

/** Where each register comes from and what its file holds, before anybody chooses one. */
export function RegisterGuidance({ slug }: { slug: string }) {
  return (
    <>
      <p className="govuk-body">We show you everything that a file would change before anything changes, and what you take in can be undone. A file names nothing: what is new is proposed, and a person decides.</p>
      <Details summaryText="Where the files come from">
        <ul className="govuk-list govuk-list--bullet">
          <li><strong>Get Information about Schools.</strong> Choose “Download”, then “All establishment data”: a file called edubasealldata with the day in its name. Take it out of its .zip folder and leave it as it is; all of England is read, and your areas are kept.</li>
          <li><strong>Charity Commission register.</strong> Choose “Register downloads”, then “Charity”, as text or as JSON. It has no council areas: give the numbers of the charities that you work with.</li>
          <li><strong>Early years list.</strong> Ofsted’s list of childcare providers, saved as CSV, or a list of your council’s in <a className="govuk-link" href={agenciesPath(slug, "import/template/early-years.csv")}>our template (CSV)</a>. Childminders are passed over: their names are mostly those of people.</li>
          <li><strong>This register.</strong> <a className="govuk-link" href={agenciesPath(slug).concat(".csv")}>The register as it is (CSV)</a> to change what it says, or <a className="govuk-link" href={agenciesPath(slug, "import/template/own.csv")}>an empty template (CSV)</a> to add to it.</li>
        </ul>
      </Details>
      <Columns layout="gias" title="Which columns of Get Information about Schools are read" />
      <Columns layout="charity-commission" title="Which columns of the Charity Commission are read" />
      <Columns layout="ofsted" title="Which columns of Ofsted’s list are read" />
      <Columns layout="own" title="What the columns of this register hold" />
    </>
  );
}

function Columns({ layout, title }: { layout: RegisterLayout; title: string }) {
  return (
    <Details summaryText={title}>
      <p className="govuk-body">Columns may be in any order. Others are passed over, and nothing in them is kept.</p>
      <Table
        caption={title}
        captionHidden
        columns={[{ label: "Column" }, { label: "What it holds" }, { label: "Needed" }]}
        rows={registerColumns[layout].map(({ name, holds, required }) => ({ key: name, cells: [<code key="name" className="breakable">{name}</code>, holds, required ? "Yes" : "No"] }))}
      />
    </Details>
  );
}
