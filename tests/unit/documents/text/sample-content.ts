import { SIGNED_DOCUMENT_FORMAT } from "#app/domain/documents/text/content.ts";
import type { SignedContent, SignedSection } from "#app/domain/documents/text/content.ts";

const TITLES = [
  "Who we are", "The area we cover", "Responding to children’s needs", "Learning from reviews", "Independent scrutiny",
  "Relevant agencies", "Schools and early years", "Funding", "Children and families", "Resolving disagreement",
  "Training", "Information sharing", "Youth custody and residential homes", "Reporting every year",
];

const PARTNERS_TABLE = `| Partner | Lead safeguarding partner | Office | Since |
| --- | --- | --- | ---: |
| Northmoor Council | Ada Fernhill | Chief executive | 1 April 2026 |
| NHS Northmoor Integrated Care Board | Idris Calder (acting) | Chief executive | 3 March 2026 |
| Northmoor Police | Rosa Winterbourne | Chief constable | 12 January 2024 |`;

const PARAGRAPH = `Three bodies share one equal duty to protect children in Northmoor. Each is led by a named person, the *lead safeguarding partner* (LSP), who answers to the public for it. Each has delegated **day-to-day work** to a senior colleague, the delegated safeguarding partner (DSP). They meet at least six times a year, agree what matters most, decide how much each will pay, and look together at what difference the work has made. Where they disagree, the reasons are written down and the independent scrutineer is asked for advice before the matter goes any further. Details are in [section 5](#section-5) and on the [partnership’s pages](https://northmoor.example/safeguarding).`;

function sectionText(number: number, words: number): string {
  const parts = number === 1 ? [PARAGRAPH, "## Lead safeguarding partners", PARTNERS_TABLE] : [PARAGRAPH];
  for (let count = 0; count < Math.round(words / 155); count += 1) {
    parts.push(`## How part ${count + 1} works`, PARAGRAPH);
    if (count % 3 === 0) parts.push("- the council convenes the meeting\n- health and police send a person who can decide\n  - or a named deputy\n- schools are asked in the same week");
    if (count % 3 === 1) parts.push("### In practice", "1. Say what is happening.\n2. Agree who does what, and by when.\n3. Check that it was done.", "> Children told us that they want to be asked once, and then hear what changed.");
  }
  return parts.join("\n\n");
}

/** A frozen version about a fictional place, of about `words` words. */
export function sampleContent(words = 600, overrides: Partial<SignedContent> = {}): SignedContent {
  const sections: SignedSection[] = TITLES.map((title, index) => ({
    number: index + 1,
    id: `section-id-${index + 1}`,
    title,
    markdown: sectionText(index + 1, words / TITLES.length),
    items: [`item-${index + 1}`],
  }));
  return {
    format: SIGNED_DOCUMENT_FORMAT,
    kind: "arrangements",
    partnership: { id: "8a6e0804-2bd0-4672-b79d-d97027f9071a", slug: "northmoor", name: "Northmoor Safeguarding Children Partnership" },
    title: "How we work together to keep children safe",
    number: 3,
    edition: { id: "working-together-2026", title: "Working Together to Safeguard Children 2026" },
    inForceFrom: "2026-09-01",
    nextReviewOn: "2027-09-01",
    changeNote: "The education representative is now named, and the way to resolve disagreement is shorter.",
    frozenAt: "2026-08-21T09:30:05Z",
    salt: "5f".repeat(32),
    seats: [
      { seatId: "seat-1", kind: "local-authority", organisation: "Northmoor Council", office: "Chief executive", holder: "Ada Fernhill", acting: false },
      { seatId: "seat-2", kind: "icb", organisation: "NHS Northmoor Integrated Care Board", office: "Chief executive", holder: "Idris Calder", acting: true },
      { seatId: "seat-3", kind: "police", organisation: "Northmoor Police", office: "Chief constable", holder: null, acting: false },
    ],
    sections,
    coverage: [
      { itemId: "needs", title: "Identifying and responding to need", strength: "must", inForce: true, sections: [3, 4], notCovered: null },
      { itemId: "scrutiny", title: "Independent scrutiny", strength: "must", inForce: true, sections: [5], notCovered: null },
      { itemId: "custody", title: "Youth custody and residential homes", strength: "should", inForce: true, sections: [], notCovered: "there are none in the area" },
      { itemId: "teams", title: "Multi-agency child protection teams", strength: "must", inForce: false, sections: [12], notCovered: null },
    ],
    ...overrides,
  };
}
