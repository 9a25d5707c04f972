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

export const glossaryTerms: readonly GlossaryTerm[] = [
  { term: "Academy trust", meaning: "A charity that runs one or more schools outside council control. One trust may have schools in many council areas." },
  { term: "Annual report", meaning: "Another name for the yearly report." },
  { term: "Business manager", meaning: "The person who supports a partnership: drafts documents, takes minutes, collects figures. The business manager signs nothing." },
  { term: "Chief officer of police", meaning: "The head of a police force, usually called the chief constable." },
  { term: "Child death review", meaning: "A separate process that looks at why a child died. It is not part of this site." },
  { term: "Delegated safeguarding partner", short: "DSP", meaning: "A senior person chosen by each lead safeguarding partner to do the day-to-day work. The leader stays accountable." },
  { term: "Delegation", meaning: "A dated record of what work a leader has handed to someone, and who that is." },
  { term: "Designated safeguarding lead", short: "DSL", meaning: "The member of staff in a school or college who leads on keeping its pupils safe." },
  { term: "Fingerprint", meaning: "A long number worked out from the exact text of a document (its SHA-256). If one letter changes, the fingerprint changes." },
  { term: "Freeze", meaning: "To fix the exact text of a version so that it can be signed. Nobody can change it after that." },
  { term: "In kind", meaning: "Given as staff time, rooms or services, not as money." },
  { term: "Independent scrutineer", meaning: "A person or group, not led by any one partner, who checks how well the partners work and says so openly." },
  { term: "Information request", meaning: "A formal request by the partners for information they need to protect children. The law says the one asked must answer." },
  { term: "Integrated care board", short: "ICB", meaning: "The NHS body that plans and pays for health services in an area." },
  { term: "Lead safeguarding partner", short: "LSP", meaning: "The head of the council, of the integrated care board or of the police force, who answers in public for its part in keeping children safe." },
  { term: "Local authority", meaning: "The council that is responsible for children’s services in an area." },
  { term: "Local child safeguarding practice review", short: "LCSPR", meaning: "A review after a child has been seriously harmed, to learn what to do better. It does not blame people." },
  { term: "Multi-agency safeguarding arrangements", short: "MASA", meaning: "The published plan that says how the partners work together and with others to keep children safe." },
  { term: "National Panel", meaning: "The Child Safeguarding Practice Review Panel: an independent body that oversees how the country learns from the most serious cases." },
  { term: "Partnership chair", meaning: "The delegated safeguarding partner whom all the leaders choose to chair their meetings and take problems to them." },
  { term: "Police and crime commissioner", meaning: "The person elected to set the budget of a police force and hold it to account. In some areas a mayor does this." },
  { term: "Priority", meaning: "One of the few things a partnership has chosen to improve first." },
  { term: "Rapid review", meaning: "A quick look at the facts in the first 15 working days after a serious incident, to decide what must be done and learned." },
  { term: "Relevant agency", meaning: "An organisation, such as a school, a charity or a probation service, that the partners have named because children need its help. It must act in line with the arrangements." },
  { term: "Safeguarding", meaning: "Protecting children from harm, and making sure that they grow up safe and well." },
  { term: "Safeguarding partners", meaning: "The council, each integrated care board and each police force of an area. They share one equal duty." },
  { term: "Seat", meaning: "The place of one safeguarding partner in a partnership. Each seat has one leader at a time, who signs for it." },
  { term: "Section 11 audit", meaning: "A check in which organisations say how well they keep children safe, named after a section of the Children Act 2004." },
  { term: "Section 175 or 157 audit", meaning: "The same kind of check for schools and colleges, named after sections of the Education Act 2002." },
  { term: "Set date", meaning: "A date by which the guidance asks for something. The yearly report is asked for by 30 September. Guidance sets this date, not the law." },
  { term: "Threshold document", meaning: "A guide to when a child or family needs extra help, and what kind." },
  { term: "Vacancy", meaning: "A seat or post that nobody holds at the moment." },
  { term: "Voluntary, community and social enterprise sector", short: "VCSE", meaning: "Charities, community groups and businesses that work for the public good." },
  { term: "Working Together to Safeguard Children", meaning: "The government’s guidance on how organisations must and should work together for children in England. A new edition replaces the last." },
  { term: "Yearly report", meaning: "What the partners publish each year: what they did, what it cost and what difference it made." },
];
