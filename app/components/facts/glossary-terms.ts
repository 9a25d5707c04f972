import { type Role, roleAbbreviations, roleLabels } from "#app/domain/access/vocabulary.ts";
import { type DocumentKind, documentWords } from "#app/domain/documents/vocabulary.ts";
import { abbreviations, type Abbreviation } from "#app/domain/shared/abbreviations.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

/** The words of the field in plain English, in alphabetical order. */
export interface GlossaryTerm {
  term: string;
  short?: string;
  meaning: string;
}

/** The fragment that a page links to: `/glossary#lead-safeguarding-partner`. */
export function termId(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

const office = (role: Role, meaning: string): GlossaryTerm => ({ term: roleLabels[role], ...(roleAbbreviations[role] ? { short: roleAbbreviations[role] } : {}), meaning });
const abbreviated = (short: Abbreviation, meaning: string): GlossaryTerm => ({ term: capitalised(abbreviations[short]), short, meaning });
const document = (kind: DocumentKind, meaning: string): GlossaryTerm => ({ term: documentWords(kind).name, meaning });

/** Names of offices, of documents and what abbreviations stand for come from where the rest of the site has them. */
export const glossaryTerms: readonly GlossaryTerm[] = [
  { term: "Academy trust", meaning: "A charity that runs one or more schools outside council control. One trust may have schools in many council areas." },
  office("administrator", "Somebody who sets partnerships up on this site and helps people sign in. An administrator sees no drafts."),
  { term: "Annual report", meaning: "Another name for the yearly report." },
  document("assessment-protocol", "How a child’s needs are assessed once they are referred to the council: who does it, with whom, and by when."),
  office("business-manager", "The person who supports a partnership: drafts documents, takes minutes, collects figures. The business manager signs nothing."),
  { term: "Chief officer of police", meaning: "The head of a police force, usually called the chief constable." },
  abbreviated("CDOP", "The group that looks at why each child in an area died. It is not part of this site."),
  { term: "Child death review", meaning: "A separate process that looks at why a child died. It is not part of this site." },
  office("dsp", "A senior person chosen by each lead safeguarding partner to do the day-to-day work. The leader stays accountable."),
  { term: "Delegation", meaning: "A dated record of what work a leader has handed to someone, and who that is." },
  abbreviated("DSL", "The member of staff in a school or college who leads on keeping its pupils safe."),
  office("education-representative", "Somebody whom schools, colleges or early years settings agreed on to speak for them."),
  { term: "Fingerprint", meaning: "A long number worked out from the exact text of a document (its SHA-256). If one letter changes, the fingerprint changes." },
  { term: "Freeze", meaning: "To fix the exact text of a version so that it can be signed. Nobody can change it after that." },
  { term: "In kind", meaning: "Given as staff time, rooms or services, not as money." },
  office("scrutineer", "A person or group, not led by any one partner, who checks how well the partners work and says so openly."),
  { term: "Information request", meaning: "A formal request by the partners for information they need to protect children. The law says the one asked must answer." },
  abbreviated("ICB", "The NHS body that plans and pays for health services in an area."),
  office("lsp", "The head of the council, of the integrated care board or of the police force, who answers in public for its part in keeping children safe."),
  { term: "Local authority", meaning: "The council that is responsible for children’s services in an area." },
  abbreviated("LCSPR", "A review after a child has been seriously harmed, to learn what to do better. It does not blame people."),
  abbreviated("MASA", "The published plan that says how the partners work together and with others to keep children safe."),
  abbreviated("NHS", "The health service, free to everybody who needs it. In a partnership the integrated care board answers for it."),
  { term: "National Panel", meaning: "The Child Safeguarding Practice Review Panel: an independent body that oversees how the country learns from the most serious cases." },
  abbreviated("NSPCC", "A charity that protects children. Its helpline advises anybody who is worried about a child."),
  office("chair", "The delegated safeguarding partner whom all the leaders choose to chair their meetings and take problems to them."),
  { term: "Police and crime commissioner", meaning: "The person elected to set the budget of a police force and hold it to account. In some areas a mayor does this." },
  { term: "Priority", meaning: "One of the few things a partnership has chosen to improve first." },
  { term: "Rapid review", meaning: "A quick look at the facts in the first 15 working days after a serious incident, to decide what must be done and learned." },
  { term: "Relevant agency", meaning: "An organisation, such as a school, a charity or a probation service, that the partners have named because children need its help. It must act in line with the arrangements." },
  office("agency-contact", "Somebody who speaks for a relevant agency in a partnership."),
  { term: "Safeguarding", meaning: "Protecting children from harm, and making sure that they grow up safe and well." },
  { term: "Safeguarding partners", meaning: "The council, each integrated care board and each police force of an area. They share one equal duty." },
  { term: "Seat", meaning: "The place of one safeguarding partner in a partnership. Each seat has one leader at a time, who signs for it." },
  { term: "Section 11 audit", meaning: "A check in which organisations say how well they keep children safe, named after a section of the Children Act 2004." },
  { term: "Section 175 or 157 audit", meaning: "The same kind of check for schools and colleges, named after sections of the Education Act 2002." },
  { term: "Set date", meaning: "A date by which the guidance asks for something. The yearly report is asked for by 30 September. Guidance sets this date, not the law." },
  document("threshold-document", "A guide to when a child or family needs extra help, and what kind."),
  { term: "Vacancy", meaning: "A seat or post that nobody holds at the moment." },
  abbreviated("VCSE", "Charities, community groups and businesses that work for the public good."),
  { term: "Working Together to Safeguard Children", meaning: "The government’s guidance on how organisations must and should work together for children in England. A new edition replaces the last." },
  { term: "Yearly report", meaning: "What the partners publish each year: what they did, what it cost and what difference it made." },
];
