import { type Role, roleLabels } from "#app/domain/access/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { readFinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import type { LedgerEvent, LedgerEventType } from "./events.ts";

/** Turns the identifiers an entry holds into the names that go with them today. */
export interface Names {
  person(id: string): string;
  /** "NHS Calder ICB" */
  seat(id: string): string;
  /** "version 2" */
  version(id: string): string;
  /** "“Independent scrutiny”" */
  section(id: string): string;
  /** "Chief Constable, Calder Police: Idris Calder" */
  appointment(id: string): string;
  item(id: string): string;
  date(iso: string): string;
}

/** The data of one kind of event, also where several kinds share a shape. */
type DataOf<T extends LedgerEventType, E = LedgerEvent> = E extends { type: infer Types; data: infer Data } ? (T extends Types ? Data : never) : never;
type Wording<T extends LedgerEventType> = (data: DataOf<T>, names: Names) => string;

/** A kind of document as words: "threshold document", "budget for 2026 to 2027". */
export function named(kind: string): string {
  const year = kind.startsWith("budget-") ? readFinancialYear(kind.slice("budget-".length)) : null;
  return year ? `budget for ${showYear(year)}` : kind.replaceAll("-", " ");
}

function counted(many: number, one: string): string {
  return `${String(many)} ${one}${many === 1 ? "" : "s"}`;
}

function agencies(many: number, which = ""): string {
  return many === 1 ? `1 ${which}agency` : `${many.toLocaleString("en-GB")} ${which}agencies`;
}

function fundingLine(list: string): string {
  return list === "spending" ? "spending line" : "contribution";
}

/** Of relevant agencies. */
function many(agencies: number): string {
  return agencies === 1 ? "1 relevant agency" : `${String(agencies)} relevant agencies`;
}

const wroteBack: Record<string, string> = { details: "asked for its details to be corrected", closed: "said that it closed or merged", "not-us": "said that another body is meant", account: "asked for an account" };

function amount(pence: number | null): string {
  return pence === null ? "" : `, at ${showMoney(pence)}`;
}

const fundingEvents: Record<string, string> = { budget: "a signed budget", variation: "a change in the year", outturn: "the outturn" };

/** What an action comes from, where its word is not that already. */
const actionOrigins: Record<string, string> = { assessment: "self-assessment" };

const meetingKinds: Record<string, string> = { leads: "a meeting of the lead safeguarding partners", delegates: "a meeting of the delegated safeguarding partners", "sub-group": "a meeting of a sub-group" };

const agendaChanges = { added: "added an item to an agenda", changed: "changed an item of an agenda", removed: "took an item off an agenda", moved: "moved an item of an agenda" } as const;

const requestAnswers: Record<string, string> = { "in-full": "supplied in full", "in-part": "supplied in part", refused: "refused" };

const requestStages: Record<string, string> = { delegates: "the delegated safeguarding partners", chair: "the partnership chair", leads: "the lead safeguarding partners" };

const escalationStages: Record<string, string> = { raised: "those concerned", ...requestStages, department: "the Department for Education" };

/** What a proposal of each kind is to do. */
const proposalActs: Record<string, string> = {
  "appoint-lead": "appoint a lead safeguarding partner",
  "appoint-chair": "appoint the partnership chair",
  "appoint-scrutineer": "appoint the independent scrutineer",
  "add-partner": "add a statutory partner",
  "end-partner": "end a statutory partner",
  "succeed-partner": "put a successor in the place of a statutory partner",
};

/** What each event says in plain words, after the name of whoever did it. */
const wordings: { [T in LedgerEventType]: Wording<T> } = {
  "partnership.onboarded": () => "set up the partnership",
  "appointment.made": (data, names) => `appointed ${names.appointment(data.appointmentId)}, from ${names.date(data.startsOn)}${data.acting ? " (acting)" : ""}`,
  "appointment.ended": (data, names) => `ended the appointment of ${names.appointment(data.appointmentId)}, from ${names.date(data.endsOn)}`,
  "delegation.recorded": (data, names) => `recorded what is delegated to ${names.appointment(data.toAppointmentId)}, from ${names.date(data.startsOn)}`,
  "delegation.ended": (data, names) => `ended a delegation, from ${names.date(data.endsOn)}`,
  "terms.recorded": (data, names) => `recorded the terms of ${names.appointment(data.appointmentId)}`,
  "concern-contact.recorded": (data) => `recorded whom to call about a child in the area ${data.areaCode}`,
  "concern-contact.removed": (data) => `took away the numbers to call about a child in the area ${data.areaCode}`,
  "post.created": (data) => `added a post: ${roleLabels[data.role as Role].toLowerCase()}`,
  "office.handed-over": (data, names) => `handed the office over from ${names.appointment(data.fromAppointmentId)} to ${names.appointment(data.toAppointmentId)}, on ${names.date(data.on)}`,
  "seat.added": (data, names) => `added ${names.seat(data.seatId)} as a statutory partner, from ${names.date(data.on)}`,
  "seat.ended": (data, names) => `ended the seat of ${names.seat(data.seatId)}, from ${names.date(data.on)}${data.successorId ? `; ${names.seat(data.successorId)} follows it` : ""}`,
  "version.closed": (data, names) => `closed ${names.version(data.versionId)}: the seats that must sign have changed`,
  "agency.recorded": () => "added a relevant agency to the register",
  "agency.changed": () => "changed a relevant agency",
  "agency.proposed-again": () => "proposed a relevant agency again",
  "agencies.named": (data) => `named ${data.agencies.length === 1 ? "1 relevant agency" : `${String(data.agencies.length)} relevant agencies`}`,
  "agency.told": () => "told a relevant agency that it is named",
  "agency.reminded": () => "reminded a relevant agency that has not acknowledged",
  "agency.not-reached": () => "could not reach a relevant agency: its e-mail came back, or nobody answered",
  "agencies.written-to": (data) => `wrote to ${many(data.agencies.length)}`,
  "agencies.addresses-recorded": (data) => `recorded addresses for notices of ${many(data.agencies.length)}`,
  "agency.acknowledged": (data) => `acknowledged that it is named, with the reference ${String(data.reference)}`,
  "agency.wrote-back": (data) => wroteBack[data.about] ?? "wrote back",
  "agency.reply-decided": (data) => (data.outcome === "accepted" ? "accepted what a relevant agency wrote" : "set aside what a relevant agency wrote"),
  "agency.name-withheld": () => "withheld the name of a relevant agency from the public, for safety",
  "agency.withholding-ended": () => "let the name of a relevant agency be public again",
  "agency.withdrawn": (data, names) => `withdrew a relevant agency, from ${names.date(data.on)}`,
  "agencies.imported": (data) => `took in a file of relevant agencies: ${String(data.added)} proposed, ${String(data.changed)} changed, ${String(data.closed)} closed`,
  "agencies.import-undone": (data) => `undid a file of ${String(data.agencies)} relevant ${data.agencies === 1 ? "agency" : "agencies"}`,
  "agency.acknowledged-by-post": () => "acknowledged for a relevant agency that it is named",
  "agency.change-proposed": (data) => `proposed to change ${counted(data.parts.length, "part")} of the record of a relevant agency`,
  "agency.change-decided": (data) => (data.outcome === "accepted" ? "accepted a change that a relevant agency proposed" : "set aside a change that a relevant agency proposed"),
  "representation.recorded": (data, names) => `recorded how a representative was chosen: ${names.appointment(data.appointmentId)}`,
  "representative-body.recorded": (data, names) => (data.until === null ? "recorded that an agency speaks for others" : `recorded that an agency speaks for others no more, from ${names.date(data.until)}`),
  "body-members.added": (data, names) => `recorded for whom a representative body speaks: ${counted(data.members.length, "member")} from ${names.date(data.since)}`,
  "body-members.ended": (data, names) => `ended ${counted(data.members.length, "membership")} of a representative body, from ${names.date(data.on)}`,
  "agencies.proposed": (data) => `proposed ${data.agencies.length === 1 ? "1 setting" : `${String(data.agencies.length)} settings`} that a register lists`,
  "agencies.published": (data) => `published the list of relevant agencies: ${String(data.named)} named`,
  "delegated-matters.recorded": (data, names) => `recorded what the delegate of ${names.seat(data.seatId)} may decide, from ${names.date(data.startsOn)}`,
  "decision.recorded": (data) => `${data.takenBy === "leads" ? "put a decision to the lead safeguarding partners" : "recorded a decision of delegated safeguarding partners"}${data.replaces ? `, in the place of decision ${String(data.replaces)}` : ""}`,
  "decision.answered": (data, names) => `${data.agreed ? "agreed to" : "declined"} decision ${String(data.number)} for ${names.seat(data.seatId)}`,
  "decision.taken": (data) => `completed the agreement: decision ${String(data.number)} stands`,
  "decision.withdrawn": (data) => `took back decision ${String(data.number)}, which waited for the leads`,
  "decisions.published": (data) => (data.outlineSha256 ? "published a decision" : "published how many decisions are not public"),
  "decisions.noted": (data, names) => `noted ${data.noted === 1 ? "one decision" : `${String(data.noted)} decisions`} of the delegates for ${names.seat(data.seatId)}, up to number ${String(data.upTo)}`,
  "meeting.planned": (data) => `planned ${meetingKinds[data.kind] ?? "a meeting"} on ${showMoment(data.startsAt)}`,
  "meeting.changed": () => "changed the place or name of a meeting",
  "meeting.moved": (data) => `moved a meeting from ${showMoment(data.from)} to ${showMoment(data.to)}`,
  "meeting.cancelled": () => "cancelled a meeting",
  "meeting.agenda-changed": (data) => agendaChanges[data.what],
  "meeting.attendance-recorded": (data) => `recorded who came to a meeting: ${String(data.present)} of ${String(data.listed)}`,
  "meeting.minutes-saved": (data) => (data.stands ? "saved minutes of an item" : "wrote minutes of an item that are kept beside somebody else’s"),
  "meeting.minutes-approved": () => "recorded that the minutes of a meeting were approved at a later one",
  "meeting-share.proposed": () => "proposed that a meeting is another partnership’s, too",
  "meeting-share.taken-back": () => "took back that a meeting was to be another partnership’s, too",
  "meeting-share.accepted": () => "accepted a meeting that another partnership hosts",
  "meeting-share.declined": () => "declined a meeting that another partnership hosts",
  "quorum-rule.recorded": (data, names) => `recorded a quorum rule, from ${names.date(data.startsOn)}`,
  "escalation.raised": (data) => `raised ${data.kind === "dispute" ? "a dispute" : "an issue"}`,
  "escalation.taken-further": (data) => `took escalation ${String(data.number)} to ${escalationStages[data.stage] ?? "others"}`,
  "escalation.decided": (data) => `recorded what ${escalationStages[data.stage] ?? "others"} decided about escalation ${String(data.number)}`,
  "escalation.ended": (data) => `recorded that escalation ${String(data.number)} was ${data.outcome === "settled" ? `settled with ${escalationStages[data.stage] ?? "others"}` : "withdrawn"}`,
  "escalation.clocks-set": () => "set how many days the stages of an escalation have",
  "risk.recorded": (data) => `recorded a risk with a score of ${String(data.likelihood * data.impact)}`,
  "risk.reviewed": (data, names) => (data.reviewOn ? `reviewed risk ${String(data.number)}: a score of ${String(data.likelihood * data.impact)}, next on ${names.date(data.reviewOn)}` : `closed risk ${String(data.number)}`),
  "information-request.recorded": (data, names) => `recorded a request for information, due by ${names.date(data.dueOn)}`,
  "information-request.due-moved": (data, names) => `moved the due date of request ${String(data.number)} for information to ${names.date(data.to)}`,
  "information-request.answered": (data) => `recorded the answer to request ${String(data.number)} for information: ${requestAnswers[data.answer] ?? "answered"}`,
  "information-request.escalated": (data) => `took request ${String(data.number)} for information to ${requestStages[data.stage] ?? "others"}`,
  "information-request.decided": (data) => `recorded what ${requestStages[data.stage] ?? "others"} decided about request ${String(data.number)} for information`,
  "information-request.closed": (data) => `closed request ${String(data.number)} for information`,
  "priority.recorded": (data, names) => `recorded priority ${String(data.number)} as a draft, due by ${names.date(data.dueOn)}`,
  "priority.changed": (data) => `changed the draft of priority ${String(data.number)}`,
  "priority.agreed": (data, names) => `recorded that priority ${String(data.number)} was agreed on ${names.date(data.on)}`,
  "priority.measure-added": (data) => `added a measure to priority ${String(data.number)}`,
  "priority.measure-changed": (data) => `changed a measure of priority ${String(data.number)}`,
  "priority.figure-recorded": (data, names) => `recorded a figure of priority ${String(data.number)} for ${names.date(data.on)}${data.supersedes ? ", in place of another" : ""}`,
  "priority.stated": (data) => `said how priority ${String(data.number)} stands: ${named(data.state)}`,
  "priority.due-moved": (data, names) => `moved the due date of priority ${String(data.number)} from ${names.date(data.from)} to ${names.date(data.to)}`,
  "priority.published": (data) => `published priority ${String(data.number)}, update ${String(data.update)}`,
  "priority.withdrawn": (data) => `withdrew what is published of priority ${String(data.number)}`,
  "priority.taken-down": (data) => `took what is published of priority ${String(data.number)} down for safety`,
  "assessment.round-issued": (data, names) => `asked ${agencies(data.agencies)} for a self-assessment by ${names.date(data.dueOn)}`,
  "assessment.agencies-added": (data, names) => `asked ${agencies(data.agencies, "more ")} for a self-assessment by ${names.date(data.dueOn)}`,
  "assessment.due-moved": (data, names) => `moved the day on which a self-assessment is due from ${names.date(data.from)} to ${names.date(data.to)}`,
  "assessment.answer-saved": (data) => `saved an answer of a self-assessment${data.onBehalf ? " on behalf of an agency" : ""}`,
  "assessment.submitted": (data) => `submitted a self-assessment${data.onBehalf ? " on behalf of an agency" : ""}`,
  "assessment.sampled": (data) => `sampled ${counted(data.returns.length, "self-assessment")}${data.seed ? `, drawn at random from ${String(data.drawnFrom ?? 0)}` : ""}`,
  "assessment.challenged": () => "challenged a self-assessment",
  "assessment.challenge-answered": () => "answered a challenge of a self-assessment",
  "assessment.challenge-repeated": () => "asked again about a self-assessment",
  "assessment.challenge-accepted": () => "accepted an answer about a self-assessment",
  "action.recorded": (data, names) => `recorded an action${data.origin === "own" ? "" : ` of a ${actionOrigins[data.origin] ?? data.origin}`}, due on ${names.date(data.dueOn)}`,
  "action.moved": (data, names) => `moved the day on which an action is due from ${names.date(data.from)} to ${names.date(data.to)}`,
  "action.owner-changed": () => "gave an action to another owner",
  "action.progressed": () => "noted progress of an action",
  "action.proposed-done": () => "proposed an action as done",
  "action.returned": () => "asked for more before an action is closed",
  "action.closed": () => "closed an action",
  "assessment.action-recorded": (data, names) => `recorded an action of a self-assessment, due on ${names.date(data.dueOn)}`,
  "assessment.action-moved": (data, names) => `moved the day on which an action of a self-assessment is due from ${names.date(data.from)} to ${names.date(data.to)}`,
  "assessment.action-progressed": () => "noted progress of an action of a self-assessment",
  "assessment.action-proposed": () => "proposed an action of a self-assessment as done",
  "assessment.action-returned": () => "asked for more before an action of a self-assessment is closed",
  "assessment.action-closed": () => "closed an action of a self-assessment",
  "agencies.taken-down": () => "took the published list of relevant agencies down for safety",
  "agencies.put-right": () => "said that the list of relevant agencies was put right after it was taken down",
  "agencies.erasure-proposed": () => "proposed to erase the lists of relevant agencies that were taken down",
  "agencies.erased": () => "confirmed the erasure of the lists of relevant agencies that were taken down",
  "funding-year.opened": (data) => `opened the financial year ${data.year}${data.copiedFrom ? `, copied from ${data.copiedFrom} with ${counted(data.contributions, "contribution")} and ${counted(data.spending, "spending line")}` : ""}`,
  "funding-year.saved": (data) => `changed the statements or figures of the financial year ${data.year}`,
  "funding-line.recorded": (data) => `added a ${fundingLine(data.list)} for ${data.year}${amount(data.pence)}`,
  "funding-line.changed": (data) => `changed a ${fundingLine(data.list)} of ${data.year}${amount(data.pence)}`,
  "funding-line.removed": (data) => `removed a ${fundingLine(data.list)} of ${data.year}`,
  "funding-line.varied": (data) => `varied a ${fundingLine(data.list)} of ${data.year} from ${showMoney(data.before)} to ${showMoney(data.after)}${data.needsSignature ? ", which needs a new signed budget" : ""}`,
  "funding.imported": (data) => `took in a file of ${data.list} for ${data.year}: ${String(data.added)} new, ${String(data.changed)} changed, ${String(data.removed)} removed`,
  "funding.import-undone": (data) => `undid a file of ${data.list} for ${data.year}`,
  "funding.published": (data) => `published the funding of ${data.year}: ${fundingEvents[data.event] ?? "a change"}`,
  "funding.taken-down": (data) => `took the published funding of ${data.year} down for safety`,
  "shared-contribution.recorded": (data) => `entered ${showMoney(data.pence)} of one payer for ${counted(data.parts, "partnership")} in ${data.year}`,
  "shared-contribution.changed": (data) => `changed what one payer gives ${counted(data.parts, "partnership")} in ${data.year}: ${showMoney(data.pence)}`,
  "shared-contribution.withdrawn": (data) => `withdrew what one payer was to give ${counted(data.parts, "partnership")} in ${data.year}`,
  "shared-part.accepted": (data) => `accepted ${showMoney(data.pence)} as the partnership’s part of a payer’s contribution for ${data.year}`,
  "shared-part.declined": (data) => `declined ${showMoney(data.pence)} as the partnership’s part of a payer’s contribution for ${data.year}`,
  "proposal.made": (data) => `proposed to ${proposalActs[data.kind] ?? "make a change"}`,
  "proposal.agreed": (data, names) => `agreed to a proposal for ${names.seat(data.seatId)}`,
  "proposal.carried-out": () => "gave the last agreement: the proposal is carried out",
  "proposal.declined": () => "declined a proposal",
  "proposal.withdrawn": () => "withdrew a proposal",
  "proposal.lapsed": () => "found a proposal overtaken: it lapsed",
  "account.opened": (data, names) => `opened an account for ${names.person(data.personId)}`,
  "account.suspended": (data, names) => `suspended the account of ${names.person(data.personId)}`,
  "account.restored": (data, names) => `restored the account of ${names.person(data.personId)}`,
  "invitation.sent": (data, names) => `invited ${names.person(data.personId)} to set up their account`,
  "invitation.withdrawn": (data, names) => `withdrew the invitation of ${names.person(data.personId)}`,
  "invitation.accepted": () => "accepted the invitation and set up their account",
  "factor-reset.asked": () => "asked to set up their second factor anew",
  "factor-reset.proposed": (data, names) => `proposed that ${names.person(data.personId)} set up their second factor anew`,
  "factor-reset.confirmed": (data, names) => `confirmed, as the second person, that ${names.person(data.personId)} may set up their second factor anew`,
  "factor-reset.stopped": (data, names) => `stopped the reset of the second factor of ${names.person(data.personId)}`,
  "factor-reset.completed": () => "set up their second factor anew",
  "administrator.granted": (data, names) => `made ${names.person(data.personId)} an administrator`,
  "document.started": (data) => `started the draft of the ${named(data.kind)}${data.sections === 0 ? "" : `, with ${String(data.sections)} sections`}`,
  "edition.loaded": (data) => `loaded the edition ${data.editionId} of the guidance, with ${counted(data.items, "item")}`,
  "successors.loaded": (data) => `loaded a list of bodies that end, with their successors: ${counted(data.rows, "row")}`,
  "icb-coverage.loaded": (data) => `loaded which integrated care boards cover ${counted(data.areas, "area")}`,
  "edition.adopted": (data) => `moved the partnership from the edition ${data.from} of the guidance to ${data.editionId}`,
  "document.word-taken-in": (data) =>
    `made the draft from a Word file, with ${counted(data.sections, "section")}${data.removed === 0 ? "" : `; ${counted(data.removed, "section")} that ${data.removed === 1 ? "was" : "were"} there can be put back`}`,
  "document.saved": () => "changed the title, dates or change note of the draft",
  "section.added": (data, names) => `added the section ${names.section(data.sectionId)}`,
  "section.removed": (data, names) => `removed the section ${names.section(data.sectionId)}`,
  "section.restored": (data, names) => `put back the section ${names.section(data.sectionId)}`,
  "section.saved": (data, names) => `changed the section ${names.section(data.sectionId)}`,
  "section.moved": (data, names) => `moved the section ${names.section(data.sectionId)}`,
  "file.added": (data) => `put a PDF of ${counted(data.pages, "page")} into a draft`,
  "file.removed": () => "took the PDF out of a draft",
  "archive.entry-added": (data) => `added an earlier document to the public list: ${named(data.kind)}`,
  "archive.entry-corrected": () => "corrected the public entry of an earlier document",
  "archive.entry-removed": () => "took an earlier document off the public list",
  "archive.erasure-proposed": () => "proposed to erase an earlier document that was taken off the public list",
  "archive.erased": () => "confirmed the erasure of an earlier document",
  "gap.declared": (data, names) => `declared ${names.item(data.itemId)} not covered, with a reason`,
  "gap.withdrawn": (data, names) => `took back that ${names.item(data.itemId)} is not covered`,
  "detector.override-proposed": () => "proposed to let a personal identifier through",
  "detector.override-confirmed": () => "confirmed that a personal identifier may stay",
  "comment.opened": (data, names) => `commented on the section ${names.section(data.sectionId)}`,
  "comment.replied": (data, names) => `replied to a comment on the section ${names.section(data.sectionId)}`,
  "comment.corrected": (data, names) => `put right what they said in a comment on the section ${names.section(data.sectionId)}`,
  "comment.withdrawn": (data, names) => `took back what they said in a comment on the section ${names.section(data.sectionId)}`,
  "comment.resolved": (data, names) => `resolved a comment on the section ${names.section(data.sectionId)}`,
  "comment.reopened": (data, names) => `reopened a comment on the section ${names.section(data.sectionId)}`,
  "review.requested": (data) => `asked for a review of the draft of the ${named(data.kind)}`,
  "review.recorded": (data) => (data.outcome === "ready" ? `reviewed the draft of the ${named(data.kind)} and found it ready to be frozen` : `reviewed the draft of the ${named(data.kind)} and wants changes`),
  "version.frozen": (data) => `froze version ${String(data.number)} of the ${named(data.kind)} for signature`,
  "version.signed": (data, names) => `signed ${names.version(data.versionId)} for ${names.seat(data.seatId)}`,
  "version.declined": (data, names) => `declined ${names.version(data.versionId)} for ${names.seat(data.seatId)}`,
  "version.approved": (data, names) => `completed the signatures: ${names.version(data.versionId)} is approved`,
  "version.published": (data, names) => `published ${names.version(data.versionId)}${data.scheduledBy && data.dueAt ? `, which ${names.person(data.scheduledBy)} had scheduled for ${showMoment(data.dueAt)}` : ""}`,
  "version.scheduled": (data, names) => `scheduled ${names.version(data.versionId)} for publication on ${showMoment(data.dueAt)}`,
  "version.unscheduled": (data, names) => `took ${names.version(data.versionId)} off the schedule, where it was set for ${showMoment(data.dueAt)}`,
  "version.publication-failed": (data, names) => `could not publish ${names.version(data.versionId)} at its set time, ${showMoment(data.dueAt)}, and tries again`,
  "version.superseded": (data, names) => `put a newer version in the place of ${names.version(data.versionId)}`,
  "version.withdrawn": (data, names) => `withdrew ${names.version(data.versionId)}`,
  "version.taken-down": (data, names) => `took ${names.version(data.versionId)} down for safety`,
  "version.note-corrected": (data, names) => `corrected ${data.field === "change-note" ? "the change note" : "the reason for withdrawal"} of ${names.version(data.versionId)}`,
  "government.notified": (data, names) => `recorded that the Secretary of State was told of ${names.version(data.versionId)} on ${names.date(data.notifiedOn)}`,
  "version.erasure-proposed": (data, names) => `proposed to erase ${names.version(data.versionId)}`,
  "version.erased": (data, names) => `confirmed the erasure of ${names.version(data.versionId)}`,
};

/** An event in plain words: "signed version 2 for NHS Calder ICB". An event of a kind not known here is named by its type. */
export function describeEvent(event: { type: string; data: Record<string, unknown> }, names: Names): string {
  if (!(event.type in wordings)) return event.type.replaceAll(/[.-]/g, " ");
  const wording = wordings[event.type as LedgerEventType] as (data: Record<string, unknown>, names: Names) => string;
  return wording(event.data, names);
}
