import { expanded } from "#app/domain/shared/abbreviations.ts";
import { type FinancialYear, readFinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

/** The documents that lead safeguarding partners sign and of which a partnership has one. Later kinds join here. */
export const standingKinds = ["arrangements", "threshold-document", "assessment-protocol"] as const;
export type StandingKind = (typeof standingKinds)[number];

/** The shared annual budget: a document of its own for each financial year, like budget-2025-26. */
export type BudgetKind = `budget-${FinancialYear}`;

/**
 * Which document: the word by which the database and every address name it, /portal/:partnership/threshold-document.
 * A kind that comes anew each year carries its year (docs/decisions/0016).
 */
export type DocumentKind = StandingKind | BudgetKind;

/** The kind that an address names, or null. */
export function readDocumentKind(word: string | undefined): DocumentKind | null {
  return standingKinds.find((kind) => kind === word) ?? readBudgetKind(word);
}

/** Whether something from outside names a document. */
export function isDocumentKind(value: unknown): value is DocumentKind {
  return typeof value === "string" && readDocumentKind(value) !== null;
}

function readBudgetKind(word: string | undefined): BudgetKind | null {
  const year = word?.startsWith("budget-") ? readFinancialYear(word.slice("budget-".length)) : null;
  return year && budgetKind(year);
}

/** The budget of one financial year. */
export function budgetKind(year: FinancialYear): BudgetKind {
  return `budget-${year}`;
}

/** The financial year of a budget; null for every other document. */
export function budgetYear(kind: DocumentKind): FinancialYear | null {
  return kind.startsWith("budget-") ? readFinancialYear(kind.slice("budget-".length)) : null;
}

/** One document of a partnership, as addresses name it. */
export interface DocumentAddress {
  slug: string;
  kind: DocumentKind;
}

export interface DocumentWords {
  /** As a heading or a link: "Arrangements". */
  name: string;
  /** Where a stranger first meets it: "Multi-agency safeguarding arrangements (MASA)". */
  fullName: string;
  /** Inside a sentence: "the arrangements". */
  the: string;
  /** Pointing at one in hand: "these arrangements". */
  these: string;
  /** The subject of "… not yet published". */
  none: string;
  are: "are" | "is";
  they: "they" | "it";
  them: "them" | "it";
  /** What it is for, as a sentence for the public. */
  says: string;
  /** What signing it agrees to, as a sentence for those who sign. */
  purpose: string;
  /** What stands on the PDF's first page. */
  onCover: string;
  /** The title a new draft begins with. */
  firstTitle: string;
  /** The document of a guidance edition whose items it answers; null when no edition says what it contains. */
  guidance: "arrangements" | null;
  /** Whether its text may be a PDF made elsewhere. */
  mayBeUploaded: boolean;
  /** Whether the Secretary of State is told each time a version is published. */
  tellsGovernment: boolean;
}

const standingWords: Record<StandingKind, DocumentWords> = {
  arrangements: {
    name: "Arrangements",
    fullName: capitalised(expanded("MASA")),
    the: "the arrangements",
    these: "these arrangements",
    none: "No arrangements",
    are: "are",
    they: "they",
    them: "them",
    says: "They say how the council, the NHS and the police work together, and with schools, charities and others, to keep children safe.",
    purpose: "it sets out how the safeguarding partners work together to protect children here.",
    onCover: "Published multi-agency safeguarding arrangements",
    firstTitle: "How we work together to keep children safe",
    guidance: "arrangements",
    mayBeUploaded: false,
    tellsGovernment: true,
  },
  "threshold-document": {
    name: "Threshold document",
    fullName: "Local threshold document",
    the: "the threshold document",
    these: "this threshold document",
    none: "No threshold document",
    are: "is",
    they: "it",
    them: "it",
    says: "It says which help a child can get at each level of need, and when a child is referred to the council’s social workers.",
    purpose: "it sets out which help a child here can get at each level of need, and when a child is referred.",
    onCover: "Local threshold document",
    firstTitle: "The right help at the right time",
    guidance: null,
    mayBeUploaded: true,
    tellsGovernment: false,
  },
  "assessment-protocol": {
    name: "Assessment protocol",
    fullName: "Local protocol for assessment",
    the: "the protocol for assessment",
    these: "this protocol for assessment",
    none: "No protocol for assessment",
    are: "is",
    they: "it",
    them: "it",
    says: "It says how a child’s needs are assessed once they are referred: who does it, with whom, and by when.",
    purpose: "it sets out how a child’s needs are assessed here once they are referred.",
    onCover: "Local protocol for assessment",
    firstTitle: "How we assess what a child needs",
    guidance: null,
    mayBeUploaded: false,
    tellsGovernment: false,
  },
};

/** The words by which pages, messages and the PDF speak of a document. */
export function documentWords(kind: DocumentKind): DocumentWords {
  const year = budgetYear(kind);
  return year ? budgetWords(year) : standingWords[kind as StandingKind];
}

function budgetWords(year: FinancialYear): DocumentWords {
  const of = showYear(year);
  return {
    name: `Budget ${of}`,
    fullName: `Shared annual budget, ${of}`,
    the: `the budget for ${of}`,
    these: "this budget",
    none: `No budget for ${of}`,
    are: "is",
    they: "it",
    them: "it",
    says: "It says what each partner pays for the work they share in the year, what it is spent on, and why the shares are fair.",
    purpose: "it sets out what each partner pays towards the work shared in the year, what it is spent on, and why the shares are equitable and proportionate.",
    onCover: "Shared annual budget",
    firstTitle: `Our shared budget, ${of}`,
    guidance: null,
    mayBeUploaded: false,
    tellsGovernment: false,
  };
}

/** For whom a section is written. One of a document may be for children and young people: it stands apart and comes last. */
export const audiences = ["everyone", "young-people"] as const;
export type Audience = (typeof audiences)[number];

/** The page for children and young people. `longest` counts words: beyond it, freezing asks why. */
export const youngPeople = { page: "Page for children and young people", audience: "For children and young people", anchor: "young-people", firstTitle: "How we keep you safe", longest: 600 } as const;

export const versionStatuses = ["awaiting", "approved", "scheduled", "published", "superseded", "withdrawn", "declined"] as const;
export type VersionStatus = (typeof versionStatuses)[number];

export const versionStatusLabels: Record<VersionStatus, string> = {
  awaiting: "Awaiting signatures",
  approved: "Approved, not yet published",
  scheduled: "Scheduled for publication",
  published: "Published",
  superseded: "Superseded",
  withdrawn: "Withdrawn",
  declined: "Declined",
};

export const partnerKinds = ["local-authority", "icb", "police"] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export const partnerKindLabels: Record<PartnerKind, string> = {
  "local-authority": "Local authority",
  icb: "Integrated care board",
  police: "Police",
};
