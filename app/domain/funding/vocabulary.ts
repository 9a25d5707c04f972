/** The words of funding. Imports nothing; client-safe. */

/** The two lists of a financial year: what comes in, and what it is spent on. Also the words of their addresses. */
export const fundingLists = ["contributions", "spending"] as const;
export type FundingList = (typeof fundingLists)[number];

/** The list that an address names, or null. */
export function readFundingList(word: string | undefined): FundingList | null {
  return fundingLists.find((list) => list === word) ?? null;
}

export const fundingListWords: Record<FundingList, { title: string; one: string; many: string; newLine: string }> = {
  contributions: { title: "Who gives what", one: "contribution", many: "contributions", newLine: "Add a contribution" },
  spending: { title: "What it is spent on", one: "spending line", many: "spending lines", newLine: "Add a spending line" },
};

/** From whom money or help comes. */
export const sectors = ["local-authority", "icb", "police", "probation", "education", "district-council", "nhs-provider", "cafcass", "grant", "training-fees", "other"] as const;
export type Sector = (typeof sectors)[number];

export const sectorLabels: Record<Sector, string> = {
  "local-authority": "Local authority",
  icb: "Integrated care board",
  police: "Police",
  probation: "Probation",
  education: "Schools and other education",
  "district-council": "District council",
  "nhs-provider": "NHS provider",
  cafcass: "Cafcass",
  grant: "Grant",
  "training-fees": "Training fees",
  other: "Other",
};

export const contributionForms = ["cash", "in-kind"] as const;
export type ContributionForm = (typeof contributionForms)[number];

export const contributionFormLabels: Record<ContributionForm, string> = { cash: "Cash", "in-kind": "In kind" };

/** What money is spent on, in the order that pages show it. */
export const spendingCategories = ["staffing", "independent-scrutiny", "practice-reviews", "training", "data-and-analysis", "website-and-procedures", "participation", "venues", "legal", "other"] as const;
export type SpendingCategory = (typeof spendingCategories)[number];

export const spendingCategoryLabels: Record<SpendingCategory, string> = {
  staffing: "Staffing",
  "independent-scrutiny": "Independent scrutiny",
  "practice-reviews": "Practice reviews",
  training: "Training",
  "data-and-analysis": "Data and analysis",
  "website-and-procedures": "Website and procedures",
  participation: "Participation of children",
  venues: "Venues",
  legal: "Legal",
  other: "Other",
};

/** Three things that are never the same: nothing at all, an answer nobody gave, and a question that does not arise. */
export const notProvided = "Not provided";
export const notApplicable = "Not applicable";
/** Help in kind that its giver has described and expressly not put a value on. */
export const notValued = "Not valued";

/** All of an amount, in hundredths of a percent: what a share of children's is counted in. */
export const wholeShare = 10_000;

/** Why a snapshot of a year's funding was published. */
export const fundingEvents = ["budget", "variation", "outturn"] as const;
export type FundingEvent = (typeof fundingEvents)[number];
