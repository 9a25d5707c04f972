import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { Register } from "#app/domain/agencies/agency-view.ts";
import { attentionLabels, type RegisterQuery, registerSearch } from "#app/domain/agencies/register-query.ts";
import { agencySectorLabels, agencyStatusLabels } from "#app/domain/agencies/vocabulary.ts";

import { AgenciesNav } from "./agencies-nav.tsx";
import { agenciesPath } from "./paths.ts";
import { RegisterSearch } from "./register-search.tsx";
import { RegisterTable } from "./register-table.tsx";

interface RegisterPageProps {
  slug: string;
  query: RegisterQuery;
  register: Register;
  may: { edit: boolean; name: boolean };
}

/** The register of a partnership: how many, what is asked for, and each agency with how far it is. */
export function RegisterPage({ slug, query, register, may }: RegisterPageProps) {
  const { counts, found, page, pages, agencies } = register;
  const all = counts.proposed + counts.named + counts.withdrawn;
  const path = agenciesPath(slug);
  const numbers = pageNumbers(page, pages, (at) => path + registerSearch(query, at));
  if (all === 0) return <NothingYet slug={slug} mayEdit={may.edit} />;
  return (
    <>
      <AgenciesNav slug={slug} current="register" />
      <p className="govuk-body-l">{sentence(counts)}</p>
      <ButtonGroup>
        {may.edit && <Button href={agenciesPath(slug, "new")} variant={may.name && counts.proposed > 0 ? "secondary" : undefined}>Add an agency</Button>}
        {may.edit && <Button href={agenciesPath(slug, "import")} variant="secondary">Take agencies from a file</Button>}
        {may.name && counts.proposed > 0 && <Button href={agenciesPath(slug, "name")}>{`Name ${counts.proposed === 1 ? "the 1 that is" : `the ${counts.proposed.toLocaleString("en-GB")} that are`} proposed`}</Button>}
      </ButtonGroup>
      <RegisterSearch slug={slug} query={query} />
      <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 agency" : `${found.toLocaleString("en-GB")} agencies`}</h2>
      <FilterTags
        tags={[
          query.q && { text: `“${query.q}”`, href: path + registerSearch({ ...query, q: "" }) },
          query.sector && { text: agencySectorLabels[query.sector], href: path + registerSearch({ ...query, sector: null }) },
          query.status && { text: agencyStatusLabels[query.status], href: path + registerSearch({ ...query, status: null }) },
          query.attention && { text: attentionLabels[query.attention], href: path + registerSearch({ ...query, attention: null }) },
        ]}
      />
      {agencies.length > 0 ? <RegisterTable slug={slug} agencies={agencies} /> : <p className="govuk-body">Nothing in the register is like that. <a className="govuk-link" href={path}>See all of it</a>.</p>}
      {numbers && <Pagination {...numbers} />}
      <p className="govuk-body">
        <a className="govuk-link" href={`${path}.csv${registerSearch(query)}`}>Download these agencies (CSV)</a> · <a className="govuk-link" href={pathTo.agencies(slug)}>What the public reads</a>
      </p>
    </>
  );
}

function sentence({ proposed, named, withdrawn }: Register["counts"]): string {
  const count = (many: number) => many.toLocaleString("en-GB");
  return `${count(named)} ${named === 1 ? "agency is" : "agencies are"} named, ${count(proposed)} proposed and ${count(withdrawn)} withdrawn.`;
}

function NothingYet({ slug, mayEdit }: { slug: string; mayEdit: boolean }) {
  return (
    <>
      <p className="govuk-body-l">No agency is in the register yet.</p>
      <p className="govuk-body">Here will be every school, health service, charity and other body that the partners name to work with them, why each was chosen, and whether it has acknowledged that.</p>
      {mayEdit ? <ButtonGroup><Button href={agenciesPath(slug, "import")}>Take agencies from a file</Button><Button href={agenciesPath(slug, "new")} variant="secondary">Add an agency</Button></ButtonGroup> : <p className="govuk-body">The business manager, the chair and the delegated safeguarding partners can add one.</p>}
    </>
  );
}
