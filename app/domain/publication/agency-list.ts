import { toOwnCells } from "#app/domain/agencies/registers/own-cells.ts";
import { publicColumnNames } from "#app/domain/agencies/registers/vocabulary.ts";
import { agencySectorLabels, agencySectors, type AgencySector, type Inclusion } from "#app/domain/agencies/vocabulary.ts";
import type { RepresentativeOnDay } from "#app/domain/agencies/voice/rules.ts";

import { pathTo } from "./addresses.ts";
import type { AgenciesOutline, PublishedAgency, PublishedCategory, StoredAgencies } from "./agencies.ts";
import { representativeData, representedBy } from "./representative-bodies.ts";
import { plainWords } from "./search.ts";
import { licence } from "./vocabulary.ts";
import { withheldAgencyName } from "./withheld-agencies.ts";

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

/** One whose name is withheld for safety. `id` tells it from the others of one page, and nothing else. */
export interface ListedWithheld {
  id: string;
  name: null;
  category: PublishedCategory;
  inclusion: Inclusion;
}

export type Listed = ListedAgency | ListedWithheld;

/**
 * The agencies asked for, by sector and then by name, those without a name last: every word, or the start of it, is in its
 * name, its parent, its numbers or its category. One whose name is withheld is found by its category alone.
 */
export function findListed(outline: AgenciesOutline, { q, sector, category }: AgencyListQuery): Listed[] {
  const asked = plainWords(q);
  return inOrder(outline)
    .filter(({ agency: { category: of }, words }) => (sector === null || of.sector === sector) && (category === null || of.id === category) && asked.every((word) => words.some((each) => each.startsWith(word))))
    .map(({ agency }) => agency);
}

interface Findable {
  agency: Listed;
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
  const named = outline.agencies.flatMap((agency): Findable[] => {
    const category = categories.get(agency.category);
    return category ? [{ agency: { ...agency, category }, words: wordsOf(agency, category) }] : [];
  });
  const withheld = (outline.withheld ?? []).flatMap(({ category: id, inclusion }, at): Findable[] => {
    const category = categories.get(id);
    return category ? [{ agency: { id: `withheld-${String(at + 1)}`, name: null, category, inclusion }, words: plainWords(category.title) }] : [];
  });
  const made = [...named, ...withheld].sort((one, other) => order(one) - order(other) || inNames(one.agency, other.agency));
  ordered.set(outline, made);
  return made;
}

function inNames({ name: one }: Listed, { name: other }: Listed): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return byName.compare(one, other);
}

function wordsOf({ name, parent, urn, charityNumber, organisationCode, establishment, phase }: PublishedAgency, category: PublishedCategory): string[] {
  return plainWords([name, parent, urn, charityNumber, organisationCode, establishment, phase, category.title].filter((each) => each !== null).join(" "));
}

/** Runs of one sector, in order: what a page shows under one heading. */
export function bySector(listed: readonly Listed[]): { sector: AgencySector; agencies: Listed[] }[] {
  return agencySectors.map((sector) => ({ sector, agencies: listed.filter((each) => each.category.sector === sector) })).filter(({ agencies }) => agencies.length > 0);
}

/** "612 relevant agencies are named: 540 in education and childcare, 40 in health and social care …" */
export function countSentence({ named, sectors, withheld = 0 }: StoredAgencies["counts"]): string {
  if (named === 0) return "No relevant agency is named.";
  const parts = agencySectors.flatMap((sector) => (sectors[sector] > 0 ? [`${sectors[sector].toLocaleString("en-GB")} in ${agencySectorLabels[sector].toLowerCase()}`] : []));
  const many = named === 1 ? "1 relevant agency is named" : `${named.toLocaleString("en-GB")} relevant agencies are named`;
  const safety = withheld === 0 ? "" : ` ${withheld === 1 ? "One of them is listed without its name" : `${withheld.toLocaleString("en-GB")} of them are listed without their names`}, to keep people safe.`;
  return `${many}: ${new Intl.ListFormat("en-GB").format(parts)}.${safety}`;
}

/** The rows as the file has them: the columns that a register is imported with. */
export function listedCells(listed: readonly Listed[], areas: StoredAgencies["areas"]): { columns: string[]; rows: string[][] } {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return {
    columns: [...publicColumnNames],
    rows: listed.map((each) => {
      const { name, ...rest } = each.name === null ? { ...nothingSaid, ...each, id: "", name: withheldAgencyName } : each;
      return toOwnCells({ ...rest, legalName: name, status: "named" }, names);
    }),
  };
}

const nothingSaid = { reason: null, howWeWork: null, urn: null, charityNumber: null, organisationCode: null, parent: null, parentCode: null, phase: null, establishment: null, areas: [], audits: [] };

/** How many agencies a public page of the list has. */
export const agenciesOnPublicPage = 100;

interface ListFacts {
  facts: Pick<StoredAgencies, "partnership" | "counts" | "coverage" | "areas">;
  publishedAt: string;
  number: number;
  outline: AgenciesOutline | null;
}

/** What the JSON beside the page answers. Who represents whom is of the whole list, whatever is asked for of the agencies. */
export function agencyListData(origin: string, { facts, publishedAt, number, outline }: ListFacts, listed: readonly Listed[], representatives: readonly RepresentativeOnDay[] | null) {
  const { partnership, counts, coverage, areas } = facts;
  const { columns, rows } = listedCells(listed, areas);
  const path = origin + pathTo.agencies(partnership.slug);
  const beside = (agency?: Listed) =>
    !agency || agency.name === null ? { legal_name: null, nameWithheld: true, representedBy: [], link: null } : { nameWithheld: false, representedBy: outline ? representedBy(outline, agency.id).map((body) => body.name) : [], link: origin + pathTo.agency(agency.id) };
  return {
    partnership: { ...partnership, link: origin + pathTo.partnership(partnership.slug) },
    publishedAt,
    number,
    counts,
    coverage: coverage ?? null,
    agencies: rows.map((cells, at) => ({ ...Object.fromEntries(columns.map((name, column) => [name, cells[column] || null])), ...beside(listed[at]) })),
    representatives: representatives?.map(representativeData) ?? null,
    representativeBodies: outline?.bodies ? outline.bodies.map(({ id, role, since, members, outside }) => ({ name: outline.agencies.find((each) => each.id === id)?.name ?? null, role, since, namedMembers: members.length, outside, link: origin + pathTo.agency(id) })) : null,
    links: { html: path, csv: `${path}.csv` },
    licence: licence.url,
  };
}
