import { showYear } from "#app/domain/shared/financial-year.ts";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";

import { pathTo } from "./addresses.ts";
import type { FundingOutline } from "./funding.ts";
import { fundingTable, type FundingTableName, fundingTables } from "./funding-tables.ts";
import type { PublishedFunding } from "./funding-year.ts";
import { type FundingColumn, tableData } from "./table-data.ts";
import { licence } from "./vocabulary.ts";

/** What the files beside a year's funding page hold. */

type Funding = PublishedFunding & { outline: FundingOutline };

/** The rows of one table for programs: money in pence, percentages as numbers. */
export function fundingTableData(origin: string, name: FundingTableName, funding: Funding) {
  const { partnership, year } = funding.snapshot.facts;
  const path = `${origin}${pathTo.funding(partnership.slug, year)}`;
  return { partnership, year, table: name, rows: tableData(fundingTable(name, funding)), links: { html: path, csv: `${path}/${name}.csv`, json: `${path}/${name}.json` }, licence };
}

/** The whole of a year: every table, the statements, what was signed and where it can be checked. */
export function fundingData(origin: string, funding: Funding) {
  const { snapshot, outline, budget, firstPublishedAt, updates } = funding;
  const { partnership, year, summary } = snapshot.facts;
  const path = `${origin}${pathTo.funding(partnership.slug, year)}`;
  const signed = outline.signed && {
    version: outline.signed.number,
    sha256: outline.signed.contentSha256,
    signatures: outline.signed.signatures,
    lastSignedOn: outline.signed.lastSignedOn,
    state: budget?.state ?? null,
    links: { html: origin + pathTo.version({ slug: partnership.slug, kind: budgetKind(year) }, outline.signed.number), verify: origin + pathTo.verify(outline.signed.contentSha256) },
  };
  const { cash, childrenCash, received, inKind, inKindNotValued, broughtForward, spending, spent, carriedForward, joint } = summary;
  return {
    partnership,
    year,
    publication: snapshot.publicationId,
    publishedAt: snapshot.publishedAt,
    firstPublishedAt,
    updates,
    signed,
    outturn: outline.outturn,
    earlierSource: outline.earlierSource,
    totalsPence: { cash, childrenCash, received, inKind, broughtForward, spending, spent, carriedForward },
    inKindNotValued,
    joint,
    population: outline.population,
    materialPence: outline.materialPence,
    sharesStatement: outline.sharesStatement,
    notIncluded: outline.notIncluded,
    tables: Object.fromEntries(fundingTables.map((name) => [name, tableData(fundingTable(name, funding))])),
    links: { html: path, json: `${path}.json`, dataPackage: `${path}/datapackage.json` },
    licence,
  };
}

const fieldTypes: Record<FundingColumn["format"], string> = { text: "string", money: "number", percent: "number", date: "date" };

/** A description of the CSV files by the Frictionless Data Package standard. */
export function fundingPackage(origin: string, funding: Funding) {
  const { partnership, year } = funding.snapshot.facts;
  const path = `${origin}${pathTo.funding(partnership.slug, year)}`;
  return {
    profile: "tabular-data-package",
    name: `${partnership.slug}-funding-${year}`,
    title: `Funding of ${partnership.name}, ${showYear(year)}`,
    homepage: path,
    licenses: [{ name: "OGL-UK-3.0", title: licence.name, path: licence.url }],
    created: funding.snapshot.publishedAt,
    resources: fundingTables.map((name) => ({
      profile: "tabular-data-resource",
      name,
      title: fundingTable(name, funding).title,
      description: "The rows of the page. Amounts in pounds. The last row may be a total: see the column “row”.",
      path: `${path}/${name}.csv`,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {
        fields: fundingTable(name, funding).columns.map((column) => ({ name: column.name, title: column.label, type: fieldTypes[column.format], description: column.description, ...(column.format === "money" ? { unit: "GBP" } : column.format === "percent" ? { unit: "percent" } : {}) })),
        missingValues: ["", "Not provided", "Not applicable", "Not valued"],
      },
    })),
  };
}

/** A schema.org description for search engines. */
export function fundingStructuredData(origin: string, { snapshot }: Pick<PublishedFunding, "snapshot">) {
  const { partnership, year } = snapshot.facts;
  const path = `${origin}${pathTo.funding(partnership.slug, year)}`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": path,
    name: `Funding of ${partnership.name}, ${showYear(year)}`,
    description: "Who contributed what to the safeguarding partnership, what it was spent on, and what was carried forward, line by line.",
    url: path,
    inLanguage: "en-GB",
    license: licence.url,
    isAccessibleForFree: true,
    dateModified: snapshot.publishedAt,
    temporalCoverage: `${year.slice(0, 4)}-04-01/${String(Number(year.slice(0, 4)) + 1)}-03-31`,
    creator: { "@type": "GovernmentOrganization", name: partnership.name, url: origin + pathTo.partnership(partnership.slug) },
    distribution: fundingTables.flatMap((name) => [
      { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: `${path}/${name}.csv` },
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${path}/${name}.json` },
    ]),
  };
}
