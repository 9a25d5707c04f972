/** How a priority stands, as the partners say it. */
export const priorityStates = ["not-started", "on-track", "at-risk", "off-track", "achieved", "closed"] as const;
export type PriorityState = (typeof priorityStates)[number];

export const priorityStateLabels: Record<PriorityState, string> = {
  "not-started": "Not started",
  "on-track": "On track",
  "at-risk": "At risk",
  "off-track": "Off track",
  achieved: "Achieved",
  closed: "Closed",
};

/** What a statement of progress may say. Achieving and closing are said apart, by fewer people. */
export const progressStates = ["not-started", "on-track", "at-risk", "off-track"] as const satisfies readonly PriorityState[];
export type ProgressState = (typeof progressStates)[number];

/** What is published whenever no measure has a baseline, a later figure and a source. */
export const noEvidence = "No evidence of progress yet";

/** Whether more of it is better for children. */
export const directions = ["up", "down"] as const;
export type Direction = (typeof directions)[number];

export const directionLabels: Record<Direction, string> = { up: "Higher is better", down: "Lower is better" };

export const frequencies = ["monthly", "quarterly", "half-yearly", "yearly"] as const;
export type Frequency = (typeof frequencies)[number];

export const frequencyLabels: Record<Frequency, string> = { monthly: "Every month", quarterly: "Every quarter", "half-yearly": "Every half year", yearly: "Every year" };

/** Why a figure is asked about before it is kept. */
export const pointQuestions = ["out-of-order", "duplicate-date", "factor"] as const;
export type PointQuestion = (typeof pointQuestions)[number];
