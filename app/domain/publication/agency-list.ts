import { toOwnCells } from "#app/domain/agencies/registers/own-cells.ts";
import { publicColumnNames } from "#app/domain/agencies/registers/vocabulary.ts";
import { agencySectorLabels, agencySectors, type AgencySector } from "#app/domain/agencies/vocabulary.ts";
import type { RepresentativeOnDay } from "#app/domain/agencies/voice/rules.ts";

import { pathTo } from "./addresses.ts";
import type { AgenciesOutline, PublishedAgency, PublishedCategory, StoredAgencies } from "./agencies.ts";
import { representativeData, representedBy } from "./representative-bodies.ts";
import { plainWords } from "./search.ts";
import { licence } from "./vocabulary.ts";

/** What the public reads of a partnership's relevant agencies, narrowed to what is asked for. Client-safe. */

export interface AgencyListQuery {
  q: string;
  sector: AgencySector | null;
  category: string | null;
}

const longestQuery = 100;

/** Reads the filters of an address; what it does not know is left out. */
export function readAgencyListQuery(parameters: URLSearchParams): AgencyListQuery {
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    sector: agencySectors.find((sector) => sector === parameters.get("sector")) ?? null,
    category: /^[a-z0-9-]{2,60}$/.exec(parameters.get("category") ?? "")?.[0] ?? null,
  };
}

/** The address of what is asked for, without what is not. @param format the same agencies as a page or as a file */
export function agencyListPath(slug: string, { q, sector, category }: AgencyListQuery, { format = "", page = 1 }: { format?: "" | ".csv" | ".json"; page?: number } = {}): string {
  const parameters = new URLSearchParams({ ...(q ? { q } : {}), ...(sector ? { sector } : {}), ...(category ? { category } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return `${pathTo.agencies(slug)}${format}${parameters ? `?${parameters}` : ""}`;
}

/** An agency with the category that it is named from. */
export interface ListedAgency extends Omit<PublishedAgency, "category"> {
  category: PublishedCategory;
}

/** The agencies asked for, by sector and then by name: every word, or the start of it, is in its name, its parent, its numbers or its category. */
export function findListed(outline: AgenciesOutline, { q, sector, category }: AgencyListQuery): ListedAgency[] {
  const asked = plainWords(q);
  return inOrder(outline)
    .filter(({ agency: { category: of }, words }) => (sector === null || of.sector === sector) && (category === null || of.id === category) && asked.every((word) => words.some((each) => each.startsWith(word))))
    .map(({ agency }) => agency);
}

interface Findable {
  agency: ListedAgency;
  words: string[];
}

/** A list in its order with the words of each agency, made once: what was published never changes, and thousands are asked for again and again. */
const ordered = new WeakMap<AgenciesOutline, Findable[]>();
const byName = new Intl.Collator("en-GB");

function inOrder(outline: AgenciesOutline): Findable[] {
  const known = ordered.get(outline);
  if (known) return known;
  const categories = new Map(outline.categories.map((each) => [each.id, each]));
  const order = ({ agency }: Findable) => agencySectors.indexOf(agency.category.sector);
  const made = outline.agencies
    .flatMap((agency) => {
      const category = categories.get(agency.category);
      return category ? [{ agency: { ...agency, category }, words: wordsOf(agency, category) }] : [];
    })
    .sort((one, other) => order(one) - order(other) || byName.compare(one.agency.name, other.agency.name));
  ordered.set(outline, made);
  return made;
}

function wordsOf({ name, parent, urn, charityNumber, organisationCode, establishment, phase }: PublishedAgency, category: PublishedCategory): string[] {
  return plainWords([name, parent, urn, charityNumber, organisationCode, establishment, phase, category.title].filter((each) => each !== null).join(" "));
}

/** Runs of one sector, in order: what a page shows under one heading. */
export function bySector(listed: readonly ListedAgency[]): { sector: AgencySector; agencies: ListedAgency[] }[] {
  return agencySectors.map((sector) => ({ sector, agencies: listed.filter((each) => each.category.sector === sector) })).filter(({ agencies }) => agencies.length > 0);
}

/** "612 relevant agencies are named: 540 in education and childcare, 40 in health and social care …" */
export function countSentence({ named, sectors }: StoredAgencies["counts"]): string {
  if (named === 0) return "No relevant agency is named.";
  const parts = agencySectors.flatMap((sector) => (sectors[sector] > 0 ? [`${sectors[sector].toLocaleString("en-GB")} in ${agencySectorLabels[sector].toLowerCase()}`] : []));
  const many = named === 1 ? "1 relevant agency is named" : `${named.toLocaleString("en-GB")} relevant agencies are named`;
  return `${many}: ${new Intl.ListFormat("en-GB").format(parts)}.`;
}

/** The rows as the file has them: the columns that a register is imported with. */
export function listedCells(listed: readonly ListedAgency[], areas: StoredAgencies["areas"]): { columns: string[]; rows: string[][] } {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return {
    columns: [...publicColumnNames],
    rows: listed.map(({ name, ...rest }) => toOwnCells({ ...rest, legalName: name, status: "named" }, names)),
  };
}

/** How many agencies a public page of the list has. */
export const agenciesOnPublicPage = 100;

interface ListFacts {
  facts: Pick<StoredAgencies, "partnership" | "counts" | "coverage" | "areas">;
  publishedAt: string;
  number: number;
  outline: AgenciesOutline | null;
}

/** What the JSON beside the page answers. Who represents whom is of the whole list, whatever is asked for of the agencies. */
export function agencyListData(origin: string, { facts, publishedAt, number, outline }: ListFacts, listed: readonly ListedAgency[], representatives: readonly RepresentativeOnDay[] | null) {
  const { partnership, counts, coverage, areas } = facts;
  const { columns, rows } = listedCells(listed, areas);
  const path = origin + pathTo.agencies(partnership.slug);
  return {
    partnership: { ...partnership, link: origin + pathTo.partnership(partnership.slug) },
    publishedAt,
    number,
    counts,
    coverage: coverage ?? null,
    agencies: rows.map((cells, at) => ({ ...Object.fromEntries(columns.map((name, column) => [name, cells[column] || null])), representedBy: outline ? representedBy(outline, listed[at]?.id ?? "").map((body) => body.name) : [], link: origin + pathTo.agency(listed[at]?.id ?? "") })),
    representatives: representatives?.map(representativeData) ?? null,
    representativeBodies: outline?.bodies ? outline.bodies.map(({ id, role, since, members, outside }) => ({ name: outline.agencies.find((each) => each.id === id)?.name ?? null, role, since, namedMembers: members.length, outside, link: origin + pathTo.agency(id) })) : null,
    links: { html: path, csv: `${path}.csv` },
    licence: licence.url,
  };
}
