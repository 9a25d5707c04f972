/** On what a request for information may rest. Data: our own words, each with how far it was checked. */
export const requestBases = [
  {
    id: "ca04-16h",
    label: "Children Act 2004, section 16H",
    words: "Safeguarding partners may ask a person or body for information that helps them to do their work under sections 16E and 16F. Whoever is asked must comply, and a court can be asked to enforce it.",
    needsWords: false,
    confidence: "to-verify",
  },
  {
    id: "cda98-115",
    label: "Crime and Disorder Act 1998, section 115",
    words: "Information may be given to certain public bodies where that is needed for the purposes of the Act. It allows; it does not oblige.",
    needsWords: false,
    confidence: "to-verify",
  },
  {
    id: "data-protection",
    label: "A basis in data protection law, said below",
    words: "The UK General Data Protection Regulation and the Data Protection Act 2018 do not themselves oblige anybody to answer.",
    needsWords: true,
    confidence: "to-verify",
  },
  { id: "other", label: "Another basis, said below", words: "Like a duty of the body that is asked, or its agreement.", needsWords: true, confidence: "verified" },
] as const;

export type RequestBasis = (typeof requestBases)[number];
export type RequestBasisId = RequestBasis["id"];

export function basisOf(id: string): RequestBasis | undefined {
  return requestBases.find((basis) => basis.id === id);
}

/** What the body that was asked did. */
export const requestAnswers = ["in-full", "in-part", "refused"] as const;
export type RequestAnswer = (typeof requestAnswers)[number];

export const requestAnswerLabels: Record<RequestAnswer, string> = { "in-full": "Supplied in full", "in-part": "Supplied in part", refused: "Refused" };

/** To whom a request that is not met is taken, in order. */
export const escalationStages = ["delegates", "chair", "leads"] as const;
export type EscalationStage = (typeof escalationStages)[number];

export const stageLabels: Record<EscalationStage, string> = {
  delegates: "the delegated safeguarding partners",
  chair: "the partnership chair",
  leads: "the lead safeguarding partners",
};

/** How a request ended. */
export const requestOutcomes = ["supplied", "enough", "not-supplied", "withdrawn", "court"] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

export const requestOutcomeLabels: Record<RequestOutcome, string> = {
  supplied: "What was asked for was supplied",
  enough: "A part was supplied, and that is enough",
  "not-supplied": "It was not supplied, and is not pursued",
  withdrawn: "Withdrawn: not needed any more, or recorded by mistake",
  court: "Taken to a court",
};

export const stepKinds = ["due-moved", "answered", "escalated", "decided", "closed"] as const;
export type StepKind = (typeof stepKinds)[number];

/** Where a request stands. Computed, never typed. */
export const requestStates = ["open", "overdue", "answered", "refused", "escalated", "closed"] as const;
export type RequestState = (typeof requestStates)[number];

export const requestStateLabels: Record<RequestState, string> = { open: "Open", overdue: "Overdue", answered: "Answered", refused: "Refused", escalated: "Escalated", closed: "Closed" };
