import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import type { DecisionLine, SeatPowers } from "./decision-view.ts";
import { type DecisionMatterId, decisionMatters, type DecisionState, type DecisionStatus, matterLabel } from "./vocabulary.ts";

/** Where a decision is. What was replaced stays to be read, and counts no more. */
export function stateOf({ status, replacedBy }: { status: DecisionStatus; replacedBy: string | null }): DecisionState {
  return replacedBy === null ? status : "replaced";
}

const askLeads = "Choose “The lead safeguarding partners together”: the decision is then put to them";

/**
 * Why these delegates cannot take this decision on this day, a sentence each that says what to do instead; empty when
 * all of them can. WT 2023: a delegate decides within what their lead has delegated, and accountability stays there.
 */
export function beyondDelegation(powers: readonly SeatPowers[], { matter, amountPence, decidedOn }: { matter: DecisionMatterId; amountPence: number | null; decidedOn: string }): string[] {
  if (decisionMatters.some((each) => each.id === matter && each.reserved)) return [`“${matterLabel(matter)}” is for the leads alone and cannot be delegated. ${askLeads}.`];
  return powers.flatMap(({ body, delegate, list }) => {
    if (!delegate) return [`Nobody was the delegate of ${body} on ${showDate(decidedOn)}. Leave ${body} out, or check the day.`];
    if (!delegate.delegation) return [`The lead of ${body} had delegated nothing that was in force on ${showDate(decidedOn)}. ${askLeads}, or ask the lead to record or confirm the delegation on the People page.`];
    if (!list) return [`No list says what the delegate of ${body} may decide. ${askLeads}, or ask the lead to record the list.`];
    if (!list.matters.includes(matter)) return [`The delegate of ${body} may not decide about “${matterLabel(matter)}”. ${askLeads}.`];
    if (amountPence !== null && amountPence > (list.limitPence ?? 0)) return [`The delegate of ${body} may commit ${list.limitPence === null ? "no money" : `up to ${showMoney(list.limitPence)}`}, and this commits ${showMoney(amountPence)}. ${askLeads}.`];
    return [];
  });
}

/** What comes next, as the end of a sentence that begins "Next:"; null when nothing does. */
export function nextWords({ state, takers, leadsTo }: Pick<DecisionLine, "state" | "takers" | "leadsTo">): string | null {
  if (state === "asked") {
    const open = takers.filter((each) => each.answer === null).map((each) => each.body);
    return `${new Intl.ListFormat("en-GB").format(open)} ${open.length === 1 ? "agrees" : "agree"} or ${open.length === 1 ? "declines" : "decline"}. It stands once every lead has agreed.`;
  }
  if (state === "declined") return "change what is proposed and put it to the leads again, or leave it.";
  return state === "stands" && leadsTo === null ? "nothing was recorded that follows from it." : null;
}

/** "3 of 4 leads agreed" while a decision waits. */
export function answersSoFar(takers: DecisionLine["takers"]): string {
  const agreed = takers.filter((each) => each.answer?.agreed).length;
  return `${String(agreed)} of ${String(takers.length)} ${takers.length === 1 ? "lead" : "leads"} agreed`;
}

/** Whether a text is one sentence: nothing begins after its first full stop. Titles like "St. Mary's" do not end one. */
export function isOneSentence(text: string): boolean {
  return !/(?<!\b(?:\p{Lu}\p{L}?|No|Rev|Mrs|Ms))[.!?]\s+\p{Lu}/u.test(text);
}
