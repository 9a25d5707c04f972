/** A risk as it is judged now. Days are ISO dates. */
export interface RiskView {
  id: string;
  /** The nth of the partnership. */
  number: number;
  title: string;
  description: string;
  /** 1 to 5 each. */
  likelihood: number;
  impact: number;
  mitigation: string;
  ownerPostId: string;
  /** The office, its body and whoever holds it today. */
  owner: string;
  reviewOn: string;
  closedOn: string | null;
  /** How often it was judged: what a form begins from. */
  reviews: number;
  office: string;
  recordedOn: string;
}

/** How a risk was judged on a day. */
export interface RiskReviewView {
  number: number;
  onDay: string;
  likelihood: number;
  impact: number;
  mitigation: string;
  owner: string;
  /** Null of the review that closed it. */
  reviewOn: string | null;
  words: string;
  office: string;
}

/** A post that can own a risk. */
export interface OwnerChoice {
  postId: string;
  text: string;
}

/** Open risks whose review is overdue, of which the person's post is the owner, or that they keep. */
export interface WaitingRisks {
  overdue: readonly { number: number; title: string; reviewOn: string }[];
}
