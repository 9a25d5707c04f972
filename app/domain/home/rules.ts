import type { WaitingRequests } from "#app/domain/agencies/requests/request-view.ts";
import type { WaitingDecisions } from "#app/domain/decisions/decision-view.ts";
import { budgetKind, type DocumentKind, documentWords } from "#app/domain/documents/vocabulary.ts";
import { countOf, inWords, joinNames } from "#app/domain/documents/version-state.ts";
import type { NoticesWaiting } from "#app/domain/agencies/notices/notice-view.ts";
import type { WaitingEscalations } from "#app/domain/escalations/escalation-view.ts";
import { type SuccessionNotice, waitsForReader } from "#app/domain/people/partners/succession.ts";
import type { LedPriority } from "#app/domain/priorities/priority-view.ts";
import type { WaitingRisks } from "#app/domain/risks/risk-view.ts";
import { daysUntil, showDate, showMoment } from "#app/domain/shared/dates.ts";
import { type FinancialYear, showYear, startOf } from "#app/domain/shared/financial-year.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

import { type ActionFacts, actionTasks } from "./action-tasks.ts";
import { type AssessmentFacts, assessmentTasks } from "./assessment-tasks.ts";
import { decisionTasks, escalationTasks, riskTasks } from "./decision-tasks.ts";
import { type MeetingFacts, meetingTasks } from "./meeting-tasks.ts";
import { priorityTasks } from "./priority-tasks.ts";

/** A version as the home page looks at it. Dates are days in London, "2026-09-30". */
export interface VersionFacts {
  number: number;
  status: "awaiting" | "approved" | "scheduled" | "published" | "superseded" | "withdrawn" | "declined";
  frozenOn: string;
  approvedOn: string | null;
  publishedOn: string | null;
  nextReviewOn: string | null;
  takenDown: boolean;
  /** The time set for its publication: an ISO moment, and whether it was missed. */
  schedule: { dueAt: string; overdue: boolean } | null;
  /** Whether somebody has still to tell the Secretary of State of it. */
  toTell: boolean;
  seats: readonly { seatId: string; organisation: string; signed: boolean }[];
  declined: { organisation: string; on: string } | null;
}

/** One kind of document as the home page looks at it. */
export interface DocumentFacts {
  kind: DocumentKind;
  /**
   * Null when no draft was started. `changedOn`: when it was changed since the last freeze, if it was.
   * `reviewAskedOn`: when a review of it as it stands was asked for, as long as nobody has reviewed it so.
   */
  draft: { changedOn: string | null; reviewAskedOn: string | null } | null;
  versions: readonly VersionFacts[];
}

/** Everything that decides what needs one person in one partnership today. */
export interface HomeFacts {
  today: string;
  may: { freeze: boolean; funding: boolean; edit: boolean; review: boolean; publish: boolean; erase: boolean; override: boolean; tell: boolean; requests: boolean; agencies: boolean };
  /** The seats this person holds as lead safeguarding partner, with the delegate's post of each. */
  mySeats: readonly { seatId: string; organisation: string; delegate: { postId: string; office: string; vacant: boolean } | null }[];
  /** Open proposals that wait for a seat this person holds. */
  proposals: readonly { id: string; what: string; on: string }[];
  /** Delegations of a lead before, which this person has not confirmed; `since` this person leads the seat. */
  toConfirm: readonly { appointmentId: string; delegate: string; since: string }[];
  /** Every kind, in the order of the vocabulary. */
  documents: readonly DocumentFacts[];
  /** Statutory partners whose body ends. */
  successions: readonly SuccessionNotice[];
  /** Proposed and not yet confirmed. */
  erasures: readonly { kind: DocumentKind; number: number; on: string; byMe: boolean }[];
  /** Changes of a signed budget that wait for a new version; parts of one payer's amount not answered; years that are over. */
  funding: {
    waiting: readonly { year: FinancialYear; on: string }[];
    offered: readonly { sharedId: string; year: FinancialYear; contributor: string }[];
    outturns: readonly FinancialYear[];
  };
  /** What of telling agencies waits: for those who may. */
  agencies: NoticesWaiting;
  overrides: readonly { kind: DocumentKind; fingerprint: string; on: string; byMe: boolean }[];
  actions: ActionFacts;
  assessments: AssessmentFacts;
  meetings: MeetingFacts;
  /** Lists of relevant agencies that were taken down and are not erased. */
  takedowns: readonly { id: string; on: string; holds: boolean; erasure: { on: string; byMe: boolean } | null }[];
  requests: WaitingRequests;
  decisions: WaitingDecisions;
  /** Priorities that the person leads as delegated partner. */
  priorities: readonly LedPriority[];
  escalations: WaitingEscalations;
  risks: WaitingRisks;
}

/** One thing that waits for the person. `path` is its address under the partnership's portal home. */
export interface Task {
  /** Verb first. */
  text: string;
  path: string;
  about: string;
  due: { text: string; tone: "grey" | "yellow" | "red" };
  /** The day it is due, or since when it waits: the oldest comes first. */
  date: string;
}

/** What a partnership begins with: nobody is asked to start the others. */
const firstDocument: DocumentKind = "arrangements";

/** How many tasks the page shows before it counts the rest. */
export const tasksShown = 5;
/** From how many days before its date a review is somebody's task. */
const reviewNoticeDays = 60;

/** What needs this person, the longest waiting or first due at the top. */
export function tasksFor(facts: HomeFacts): Task[] {
  const tasks = [
    ...facts.documents.flatMap((document) => [...signing(facts, document), ...publishing(facts, document), ...overdue(facts, document), ...telling(facts, document), ...declined(facts, document), ...reviewing(facts, document), ...reviewAsked(facts, document), ...drafting(facts, document)]),
    ...facts.erasures.filter((each) => facts.may.erase && !each.byMe).map(({ kind, number, on }) => waiting(`Decide whether to erase version ${String(number)} of ${the(kind)}`, `/${kind}/versions/${String(number)}/erase`, "Taken down for safety; somebody proposed to erase it", on)),
    ...facts.overrides.filter((each) => facts.may.override && !each.byMe).map(({ kind, fingerprint, on }) => waiting(`Decide whether a personal identifier may stay in the draft of ${the(kind)}`, `/${kind}/identifiers/${fingerprint}/confirm`, "Somebody proposed to let it through; a second person decides", on)),
    ...facts.proposals.map(({ id, what, on }) => waiting(`Agree or decline: ${what}`, `/people/proposals/${id}`, "Proposed; it takes your agreement", on)),
    ...facts.toConfirm.map(({ appointmentId, delegate, since }) => waiting(`Confirm what you delegate to ${delegate}`, `/people/appointments/${appointmentId}/delegation`, "The lead before you recorded it; the public page says that it is to be confirmed", since)),
    ...succeeding(facts),
    ...funding(facts),
    ...tellingAgencies(facts),
    ...asking(facts),
    ...decisionTasks(facts.decisions),
    ...escalationTasks(facts.escalations, facts.today),
    ...riskTasks(facts.risks, facts.today),
    ...puttingRight(facts),
    ...appointing(facts),
    ...actionTasks(facts.actions, facts.today),
    ...assessmentTasks(facts.assessments, facts.today),
    ...meetingTasks(facts.meetings, facts.today),
    ...priorityTasks(facts.priorities, facts.today),
  ];
  return tasks.sort((a, b) => a.date.localeCompare(b.date));
}

/** An outturn is due with the yearly report that needs it: our own date, 30 September after the year's end. */
function funding({ today, may, funding: { waiting: changes, offered, outturns } }: HomeFacts): Task[] {
  return [
    ...changes.filter(() => may.freeze).map(({ year, on }) => waiting(`Freeze a new version of ${the(budgetKind(year))}`, `/${budgetKind(year)}/freeze`, "A change in the year counts once every lead has signed it", on)),
    ...offered.filter(() => may.funding).map(({ sharedId, year, contributor }) => ({ text: `Accept or decline a part of what ${contributor} gives for ${showYear(year)}`, path: `/funding/shares/${sharedId}`, about: "One payer’s amount for several partnerships", date: today, due: { text: "Waiting", tone: "yellow" as const } })),
    ...outturns.filter(() => may.publish).map((year) => {
      const date = `${String(startOf(year) + 1)}-09-30`;
      return { text: `Publish the outturn of ${showYear(year)}`, path: `/funding/${year}/outturn`, about: "The year is over; the yearly report needs what was received and spent", date, due: { text: `By ${showDate(date)}`, tone: date < today ? ("red" as const) : ("grey" as const) } };
    }),
  ];
}

/** A list that is down is put right and published again, or its words are erased by two. */
function puttingRight({ may, takedowns }: HomeFacts): Task[] {
  return takedowns.flatMap(({ id, on, holds, erasure }) => [
    ...(holds && may.agencies ? [waiting("Put the list of agencies right and publish it again", "/agencies/publish-again", "It was taken down for safety; nothing of it is public", on)] : []),
    ...(erasure && !erasure.byMe && may.erase ? [waiting("Decide whether to erase the lists of agencies that were taken down", `/agencies/takedowns/${id}/erase/confirm`, "Somebody proposed to erase them; a second person decides", erasure.on)] : []),
  ]);
}

function asking({ may, requests: { overdue: late, toDecide } }: HomeFacts): Task[] {
  const decisions = toDecide.map(({ number, recipient, on }) => waiting(`Decide what follows when ${recipient} does not give information`, `/information-requests/${String(number)}`, `Request ${String(number)} was taken to you`, on));
  const followed = late.filter(() => may.requests).map(({ number, recipient, dueOn, daysOverdue }) => ({
    text: `Follow up the information asked of ${recipient}`,
    path: `/information-requests/${String(number)}`,
    about: `Request ${String(number)} was due by ${showDate(dueOn)}`,
    due: { text: daysOverdue > 0 ? `${countOf(daysOverdue, "working day")} late` : "Late", tone: "red" as const },
    date: dueOn,
  }));
  return [...decisions, ...followed];
}

function tellingAgencies({ may, agencies: { replies, changes, cameBack, toTell } }: HomeFacts): Task[] {
  if (!may.tell) return [];
  const agencies = (count: number) => (count === 1 ? "1 agency" : `${count.toLocaleString("en-GB")} agencies`);
  return [
    ...(replies ? [waiting(`Decide what ${agencies(replies.count)} wrote back`, "/agencies/notices", "Details to correct, or an account that is asked for", replies.since)] : []),
    ...(changes ? [waiting(`Decide what ${agencies(changes.count)} would change in ${changes.count === 1 ? "its record" : "their records"}`, "/agencies/changes", "Proposed by whoever speaks for it", changes.since)] : []),
    ...(cameBack ? [waiting(`Put right the address of ${agencies(cameBack.count)}`, "/agencies/notices?state=came-back", "The e-mail that tells it that it is named did not arrive", cameBack.since)] : []),
    ...(toTell ? [waiting(`Tell ${agencies(toTell.count)} that ${toTell.count === 1 ? "it is" : "they are"} named`, "/agencies/notices/tell", "Named, with an address, and not written to yet", toTell.since)] : []),
  ];
}

function the(kind: DocumentKind): string {
  return documentWords(kind).the;
}

function waiting(text: string, path: string, about: string, since: string): Task {
  return { text, path, about, date: since, due: { text: `Since ${showDate(since)}`, tone: "yellow" } };
}

function signing({ mySeats }: HomeFacts, { kind, versions }: DocumentFacts): Task[] {
  return versions.filter((version) => version.status === "awaiting").flatMap((version) => {
    const signed = version.seats.filter((seat) => seat.signed).length;
    const mine = version.seats.filter((seat) => !seat.signed && mySeats.some((held) => held.seatId === seat.seatId));
    return mine.map((seat) =>
      waiting(
        `Sign ${the(kind)}, version ${String(version.number)}${mySeats.length > 1 ? `, for ${seat.organisation}` : ""}`,
        `/${kind}/versions/${String(version.number)}/sign/${seat.seatId}`,
        signed === 0 ? "Nobody has signed yet" : `${capitalised(inWords(signed))} of ${inWords(version.seats.length)} ${signed === 1 ? "has" : "have"} signed`,
        version.frozenOn,
      ),
    );
  });
}

function publishing({ may }: HomeFacts, { kind, versions }: DocumentFacts): Task[] {
  return versions
    .filter((version) => may.publish && version.status === "approved")
    .map((version) => waiting(`Publish ${the(kind)}, version ${String(version.number)}`, `/${kind}/versions/${String(version.number)}/publish`, "Every seat has signed", version.approvedOn ?? version.frozenOn));
}

/** The Secretary of State is told of what the public reads now; an older version is nobody's task any more. */
function telling({ may }: HomeFacts, { kind, versions }: DocumentFacts): Task[] {
  return versions
    .filter((version) => may.publish && version.status === "published" && version.toTell && !version.takenDown)
    .map((version) => waiting(`Tell the Secretary of State of ${the(kind)}, version ${String(version.number)}`, `/${kind}/versions/${String(version.number)}/notify`, "Published; copy the text, send it and record the day", version.publishedOn ?? version.frozenOn));
}

/** A version that should be public and is not. */
function overdue({ may }: HomeFacts, { kind, versions }: DocumentFacts): Task[] {
  return versions.flatMap(({ number, schedule }) =>
    may.publish && schedule?.overdue
      ? [{
          text: `See why version ${String(number)} of ${the(kind)} is not published`,
          path: `/${kind}/versions/${String(number)}`,
          about: `It was set for ${showMoment(schedule.dueAt)}`,
          due: { text: "Overdue", tone: "red" as const },
          date: schedule.dueAt.slice(0, 10),
        }]
      : [],
  );
}

/** A decline is answered by changing the draft and freezing the next version; until then it waits. */
function declined({ may }: HomeFacts, { kind, versions }: DocumentFacts): Task[] {
  const latest = newest(versions);
  if (!may.edit || latest?.status !== "declined" || !latest.declined) return [];
  return [waiting(`Answer why version ${String(latest.number)} of ${the(kind)} was declined`, `/${kind}/versions/${String(latest.number)}`, `${latest.declined.organisation} asks for changes to the draft`, latest.declined.on)];
}

function drafting({ may, today }: HomeFacts, { kind, draft, versions }: DocumentFacts): Task[] {
  const latest = newest(versions);
  if (!may.edit || latest?.status === "declined") return [];
  if (!draft && kind !== firstDocument) return [];
  if (!draft) return [{ text: `Start ${the(kind)}`, path: `/${kind}`, about: "No draft has been started", date: today, due: { text: "Not started", tone: "grey" } }];
  if (!draft.changedOn) return [];
  const about = latest ? `Changed since version ${String(latest.number)} was frozen` : "No version has been frozen yet";
  return [{ text: `Continue the draft of ${the(kind)}`, path: `/${kind}`, about, date: draft.changedOn, due: { text: `Last saved ${showDate(draft.changedOn)}`, tone: "grey" } }];
}

function reviewAsked({ may }: HomeFacts, { kind, draft }: DocumentFacts): Task[] {
  if (!may.review || !draft?.reviewAskedOn) return [];
  return [waiting(`Review the draft of ${the(kind)}`, `/${kind}/review`, "Say that it is ready to be frozen, or which changes are wanted", draft.reviewAskedOn)];
}

function succeeding({ successions }: HomeFacts): Task[] {
  return successions.filter(waitsForReader).map(({ seatId, organisation, lastDay, ended, successor }) => ({
    text: `Deal with the succession of ${organisation}`,
    path: `/people/succession/${seatId}`,
    about: `Its successor is ${successor ?? ""}`,
    due: { text: `${ended ? "Ended" : "Ends"} on ${showDate(lastDay)}`, tone: ended ? "red" : "yellow" },
    date: lastDay,
  }));
}

function appointing({ mySeats, today }: HomeFacts): Task[] {
  return mySeats
    .flatMap(({ organisation, delegate }) => (delegate?.vacant ? [{ organisation, delegate }] : []))
    .map(({ organisation, delegate }) => ({
      text: `Appoint your delegated safeguarding partner for ${organisation}`,
      path: `/people/posts/${delegate.postId}/appoint`,
      about: `${delegate.office} is vacant`,
      date: today,
      due: { text: "Vacant", tone: "yellow" as const },
    }));
}

function reviewing(facts: HomeFacts, document: DocumentFacts): Task[] {
  const { kind } = document;
  const on = published(document)?.nextReviewOn;
  if (!facts.may.edit || !on || daysUntil(facts.today, on) > reviewNoticeDays) return [];
  const { text, late } = reviewClock(on, facts.today);
  return [{ text: `Review ${the(kind)}`, path: `/${kind}`, about: `The review is due on ${showDate(on)}`, date: on, due: { text, tone: late ? "red" : "yellow" } }];
}

/** How a review date stands today: "Due in 8 days", "Due today", "3 days late". */
export function reviewClock(on: string, today: string): { text: string; late: boolean } {
  const days = daysUntil(today, on);
  if (days < 0) return { text: `${countOf(-days, "day")} late`, late: true };
  return { text: days === 0 ? "Due today" : `Due in ${countOf(days, "day")}`, late: false };
}

/** What comes next when nothing needs the person, as the end of a sentence that begins "Next:". */
export function nextStep(facts: HomeFacts): string {
  const versions = facts.documents.flatMap(({ kind, versions: own }) => own.map((version) => ({ ...version, kind })));
  const open = versions.find((version) => version.status === "awaiting");
  const approved = versions.find((version) => version.status === "approved");
  if (open) return `version ${String(open.number)} of ${the(open.kind)} waits for ${joinNames(open.seats.filter((seat) => !seat.signed).map((seat) => seat.organisation))} to sign.`;
  if (approved) return `version ${String(approved.number)} of ${the(approved.kind)} is approved and waits to be published.`;
  const scheduled = versions.find((version) => version.status === "scheduled");
  if (scheduled?.schedule) return `version ${String(scheduled.number)} of ${the(scheduled.kind)} publishes itself on ${showMoment(scheduled.schedule.dueAt)}.`;
  const [review] = facts.documents
    .flatMap((document) => ({ kind: document.kind, on: published(document)?.nextReviewOn ?? null }))
    .flatMap(({ kind, on }) => (on ? [{ kind, on }] : []))
    .sort((a, b) => a.on.localeCompare(b.on));
  if (review) return `${the(review.kind)} ${documentWords(review.kind).are} reviewed by ${showDate(review.on)}.`;
  const started = facts.documents.find(({ draft }) => draft);
  return started ? `the draft of ${the(started.kind)} is written and frozen for signature.` : `somebody who edits starts the draft of ${the(firstDocument)}.`;
}

export function published({ versions }: Pick<DocumentFacts, "versions">): VersionFacts | null {
  return versions.find((version) => version.status === "published" && !version.takenDown) ?? null;
}

function newest(versions: readonly VersionFacts[]): VersionFacts | undefined {
  return [...versions].sort((a, b) => b.number - a.number)[0];
}
