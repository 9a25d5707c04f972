import { budgetYear, type DocumentKind, readDocumentKind } from "#app/domain/documents/vocabulary.ts";

/**
 * The areas of a partnership, in the one order that the public site and the portal share,
 * so that both are one mental map. An area that is not available yet is shown nowhere, or in the portal alone.
 */
export const partnershipAreas = [
  { key: "people", label: "People", publicPath: "/people", portalPath: "/people", available: true },
  { key: "arrangements", label: "Arrangements", publicPath: "/arrangements", portalPath: "/arrangements", available: true },
  { key: "threshold-document", label: "Threshold document", publicPath: "/threshold-document", portalPath: "/threshold-document", available: true },
  { key: "assessment-protocol", label: "Assessment protocol", publicPath: "/assessment-protocol", portalPath: "/assessment-protocol", available: true },
  { key: "funding", label: "Funding", publicPath: "/funding", portalPath: "/funding", available: true },
  { key: "agencies", label: "Agencies", publicPath: "/agencies", portalPath: "/agencies", available: true },
  { key: "priorities", label: "Priorities", publicPath: "/priorities", portalPath: "/priorities", available: true },
  { key: "scrutiny", label: "Scrutiny", publicPath: "/scrutiny", portalPath: "/scrutiny", available: false },
  { key: "reports", label: "Yearly reports", publicPath: "/reports", portalPath: "/reports", available: false },
  { key: "meetings", label: "Meetings", publicPath: "/meetings", portalPath: "/meetings", available: "in-portal" },
  { key: "decisions", label: "Decisions", publicPath: "/decisions", portalPath: "/decisions", available: true },
] as const;

/** What the portal has besides, after them: work that is not published as such. */
const portalAreas = [{ key: "actions", label: "Actions", path: "/actions" }] as const;

export type PortalArea = (typeof portalAreas)[number]["key"];

export type PartnershipArea = (typeof partnershipAreas)[number]["key"];

/** What a page says it belongs to: an area, self-assessments in that of agencies, or a document, which belongs to one. */
export type PageArea = PartnershipArea | PortalArea | "assessments" | DocumentKind;

function isIn(page: PageArea | "home" | undefined, area: PartnershipArea): boolean {
  if (page === "assessments") return area === "agencies";
  const document = readDocumentKind(page);
  return document && budgetYear(document) ? area === "funding" : page === area;
}

export interface NavigationItem {
  href: string;
  text: string;
  /** The page is in this part of the site. */
  active?: boolean;
}

/** The public navigation of one partnership: available areas only, in order. */
export function publicNavigation(slug: string, current?: PageArea): NavigationItem[] {
  return partnershipAreas
    .filter((area) => area.available === true)
    .map((area) => ({ href: `/partnerships/${slug}${area.publicPath}`, text: area.label, active: isIn(current, area.key) }));
}

/** Who sees some areas only: an administrator from outside has People; a representative has Home, their own agency and what is asked of it, too. */
export type NarrowedNavigation = "people" | "own";

const narrowed: Record<NarrowedNavigation, readonly PartnershipArea[]> = { people: ["people"], own: ["people", "funding", "agencies"] };

/** The portal's navigation of one partnership: the same areas in the same order, after Home; for some, a few of them. */
export function portalNavigation(slug: string, current?: PageArea | "home", only?: NarrowedNavigation): NavigationItem[] {
  const areas = partnershipAreas
    .filter((area) => area.available && (!only || narrowed[only].includes(area.key)))
    .map((area) => ({ href: `/portal/${slug}${only && area.key === "agencies" ? "/your-agency" : area.portalPath}`, text: area.label, active: isIn(current, area.key) }));
  if (only === "people") return areas;
  const besides = portalAreas.map(({ key, label, path }) => ({ href: `/portal/${slug}${path}`, text: label, active: current === key }));
  const home = { href: `/portal/${slug}`, text: "Home", active: current === "home" };
  if (!only) return [home, ...areas, ...besides];
  return [
    home,
    ...areas,
    ...besides,
    { href: `/portal/${slug}/assessments`, text: "Self-assessments", active: current === "assessments" },
    { href: `/portal/${slug}/information-requests`, text: "Requests", active: false },
  ];
}
