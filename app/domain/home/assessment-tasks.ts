import { dueWords } from "#app/domain/actions/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import type { Task } from "./rules.ts";

/** What of self-assessments waits for one person. Days are ISO dates. */
export interface AssessmentFacts {
  /** Returns of the agencies for which the person speaks, not submitted. */
  toReturn: readonly { returnId: string; agency: string; title: string; dueOn: string; begun: boolean }[];
  /** Challenges of those agencies that wait for an answer, since the question was asked. */
  toAnswer: readonly { challengeId: string; agency: string; on: string }[];
  /** Answers to the challenges that the person raised. */
  toRead: readonly { challengeId: string; agency: string; on: string }[];
  /** Rounds with overdue returns, for those who issue them. */
  toChase: readonly { roundId: string; title: string; overdue: number; dueOn: string }[];
}

export const noAssessments: AssessmentFacts = { toReturn: [], toAnswer: [], toRead: [], toChase: [] };

export function assessmentTasks({ toReturn, toAnswer, toRead, toChase }: AssessmentFacts, today: string): Task[] {
  const due = (day: string): Task["due"] => {
    const { text, late } = dueWords(day, today);
    return { text, tone: late ? "red" : "yellow" };
  };
  const since = (on: string): Task["due"] => ({ text: `Since ${showDate(on)}`, tone: "yellow" });
  return [
    ...toReturn.map(({ returnId, agency, title, dueOn, begun }) => ({ text: `${begun ? "Finish" : "Begin"} the self-assessment of ${agency}`, path: `/assessments/returns/${returnId}`, about: `${title}, due ${showDate(dueOn)}`, date: dueOn, due: due(dueOn) })),
    ...toAnswer.map(({ challengeId, agency, on }) => ({ text: `Answer a question about the self-assessment of ${agency}`, path: `/assessments/challenges/${challengeId}`, about: "The partnership asks about one standard", date: on, due: since(on) })),
    ...toRead.map(({ challengeId, agency, on }) => ({ text: `Accept what ${agency} answered, or ask again`, path: `/assessments/challenges/${challengeId}`, about: "You asked about its self-assessment", date: on, due: since(on) })),
    ...toChase.map(({ roundId, title, overdue, dueOn }) => ({ text: overdue === 1 ? "Ask after 1 overdue self-assessment" : `Ask after ${overdue.toLocaleString("en-GB")} overdue self-assessments`, path: `/assessments/${roundId}?state=overdue`, about: title, date: dueOn, due: { text: "Overdue", tone: "red" as const } })),
  ];
}
