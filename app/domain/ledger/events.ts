/** Everything the ledger records. Payloads hold identifiers, hashes, numbers and dates: never free text, never a name. */
export type LedgerEvent =
  | { type: "partnership.onboarded"; partnershipId: string; data: { slug: string; seats: string[]; editionId: string } }
  | { type: "appointment.made"; partnershipId: string; data: { appointmentId: string; postId: string; personId: string; startsOn: string; acting: boolean } }
  | { type: "appointment.ended"; partnershipId: string; data: { appointmentId: string; endsOn: string } }
  | { type: "delegation.recorded"; partnershipId: string; data: { delegationId: string; fromAppointmentId: string; toAppointmentId: string; startsOn: string } }
  | { type: "delegation.ended"; partnershipId: string; data: { delegationId: string; endsOn: string } }
  | { type: "terms.recorded"; partnershipId: string; data: { appointmentId: string; revision: number } }
  /** `areaCode` is the council's official code. */
  | { type: "concern-contact.recorded" | "concern-contact.removed"; partnershipId: string; data: { areaCode: string; revision: number } }
  | { type: "funding-year.opened"; partnershipId: string; data: { year: string; copiedFrom: string | null; contributions: number; spending: number } }
  | { type: "funding-year.saved"; partnershipId: string; data: { year: string; revision: number } }
  /** Amounts are pence; null is not provided, or not valued. `list` is contributions or spending. */
  | { type: "funding-line.recorded" | "funding-line.changed" | "funding-line.removed"; partnershipId: string; data: { year: string; list: string; lineId: string; revision: number; pence: number | null } }
  | { type: "funding-line.varied"; partnershipId: string; data: { year: string; list: string; lineId: string; variationId: string; before: number; after: number; needsSignature: boolean } }
  | { type: "funding.imported" | "funding.import-undone"; partnershipId: string; data: { year: string; list: string; importId: string; fileSha256: string; added: number; changed: number; removed: number } }
  | { type: "funding.published"; partnershipId: string; data: { year: string; event: string; publicationId: string; outlineSha256: string } }
  | { type: "funding.taken-down"; partnershipId: string; data: { year: string; publications: number } }
  /** In the host’s chain; what a partnership answers is in its own. */
  | { type: "shared-contribution.recorded" | "shared-contribution.changed" | "shared-contribution.withdrawn"; partnershipId: string; data: { sharedId: string; year: string; pence: number; parts: number } }
  | { type: "shared-part.accepted" | "shared-part.declined"; partnershipId: string; data: { sharedId: string; year: string; pence: number } }
  | { type: "agency.recorded" | "agency.changed"; partnershipId: string; data: { membershipId: string; agencyId: string; category: string; revision: number } }
  | { type: "agency.proposed-again"; partnershipId: string; data: { membershipId: string; agencyId: string; revision: number } }
  | { type: "agencies.named"; partnershipId: string; data: { agencies: string[]; on: string } }
  | { type: "agency.told" | "agency.reminded" | "agency.not-reached"; partnershipId: string; data: { membershipId: string } }
  | { type: "agencies.written-to"; partnershipId: string; data: { agencies: string[] } }
  | { type: "agencies.addresses-recorded"; partnershipId: string; data: { agencies: string[] } }
  | { type: "agency.acknowledged"; partnershipId: string; data: { membershipId: string; noticeId: string; reference: string } }
  | { type: "agency.wrote-back"; partnershipId: string; data: { membershipId: string; noticeId: string; replyId: string; about: "details" | "closed" | "not-us" | "account" } }
  | { type: "agency.reply-decided"; partnershipId: string; data: { membershipId: string; replyId: string; outcome: "accepted" | "set-aside" } }
  | { type: "agency.name-withheld" | "agency.withholding-ended"; partnershipId: string; data: { membershipId: string; agencyId: string; withholdingId: string } }
  | { type: "agency.withdrawn"; partnershipId: string; data: { membershipId: string; agencyId: string; on: string } }
  | { type: "agencies.imported"; partnershipId: string; data: { source: string; importId: string; fileSha256: string; extractDate: string | null; added: number; changed: number; closed: number } }
  | { type: "agencies.import-undone"; partnershipId: string; data: { source: string; importId: string; fileSha256: string; agencies: number } }
  | { type: "agency.acknowledged-by-post"; partnershipId: string; data: { membershipId: string; agencyId: string; postId: string; on: string } }
  | { type: "agency.change-proposed"; partnershipId: string; data: { membershipId: string; changeId: string; parts: string[] } }
  | { type: "agency.change-decided"; partnershipId: string; data: { membershipId: string; changeId: string; outcome: "accepted" | "set-aside" } }
  | { type: "representation.recorded"; partnershipId: string; data: { appointmentId: string; revision: number; speaksFor: string[] } }
  | { type: "representative-body.recorded"; partnershipId: string; data: { membershipId: string; revision: number; since: string; until: string | null; outside: number | null } }
  | { type: "body-members.added"; partnershipId: string; data: { bodyId: string; members: string[]; since: string } }
  | { type: "body-members.ended"; partnershipId: string; data: { bodyId: string; members: string[]; on: string } }
  | { type: "agencies.proposed"; partnershipId: string; data: { importId: string; agencies: string[] } }
  | { type: "agencies.published"; partnershipId: string; data: { publicationId: string; outlineSha256: string; named: number } }
  | { type: "delegated-matters.recorded"; partnershipId: string; data: { seatId: string; matters: readonly string[]; limitPence: number | null; startsOn: string } }
  /** Never its words: they are in the register. `replaces`: the number of the decision that it corrects or supersedes. */
  | { type: "decision.recorded"; partnershipId: string; data: { decisionId: string; takenBy: "delegates" | "leads"; matter: string; amountPence: number | null; seats: readonly string[]; decidedOn: string | null; isPublic: boolean; replaces: number | null } }
  | { type: "decision.answered"; partnershipId: string; data: { decisionId: string; number: number; seatId: string; agreed: boolean } }
  | { type: "decision.taken"; partnershipId: string; data: { decisionId: string; number: number } }
  | { type: "decision.withdrawn"; partnershipId: string; data: { decisionId: string; number: number } }
  /** `decisionId` null: the counts alone. */
  | { type: "decisions.published"; partnershipId: string; data: { publicationId: string; decisionId: string | null; outlineSha256: string | null } }
  | { type: "decisions.noted"; partnershipId: string; data: { seatId: string; upTo: number; noted: number } }
  | { type: "meeting.planned"; partnershipId: string; data: { meetingId: string; kind: string; startsAt: string } }
  | { type: "meeting.changed"; partnershipId: string; data: { meetingId: string; revision: number } }
  | { type: "meeting.moved"; partnershipId: string; data: { meetingId: string; from: string; to: string } }
  | { type: "meeting.cancelled"; partnershipId: string; data: { meetingId: string } }
  | { type: "meeting.agenda-changed"; partnershipId: string; data: { meetingId: string; itemId: string; what: "added" | "changed" | "removed" | "moved" } }
  | { type: "meeting.attendance-recorded"; partnershipId: string; data: { meetingId: string; revision: number; present: number; listed: number } }
  /** `stands` false: kept beside a text that somebody else saved first. */
  | { type: "meeting.minutes-saved"; partnershipId: string; data: { meetingId: string; itemId: string; number: number; stands: boolean } }
  | { type: "meeting.minutes-approved"; partnershipId: string; data: { meetingId: string; approvedIn: string } }
  /** In the host’s chain; what a partnership answers is in its own. */
  | { type: "meeting-share.proposed" | "meeting-share.taken-back"; partnershipId: string; data: { meetingId: string; withPartnership: string } }
  | { type: "meeting-share.accepted" | "meeting-share.declined"; partnershipId: string; data: { meetingId: string } }
  | { type: "quorum-rule.recorded"; partnershipId: string; data: { kind: string; startsOn: string; revision: number } }
  /** Never what it is about. */
  | { type: "escalation.raised"; partnershipId: string; data: { escalationId: string; kind: string; on: string } }
  | { type: "escalation.taken-further"; partnershipId: string; data: { escalationId: string; number: number; stage: string; on: string } }
  | { type: "escalation.decided"; partnershipId: string; data: { escalationId: string; number: number; stage: string; on: string; minority: boolean } }
  | { type: "escalation.ended"; partnershipId: string; data: { escalationId: string; number: number; stage: string; outcome: string; on: string } }
  | { type: "escalation.clocks-set"; partnershipId: string; data: { days: Readonly<Record<string, number>> } }
  | { type: "risk.recorded"; partnershipId: string; data: { riskId: string; likelihood: number; impact: number; reviewOn: string } }
  /** `reviewOn` null: closed. */
  | { type: "risk.reviewed"; partnershipId: string; data: { riskId: string; number: number; likelihood: number; impact: number; reviewOn: string | null } }
  /** Null ids: all partners together; a body outside the register. */
  | { type: "information-request.recorded"; partnershipId: string; data: { requestId: string; basis: string; seatId: string | null; membershipId: string | null; askedOn: string; dueOn: string } }
  | { type: "information-request.due-moved"; partnershipId: string; data: { requestId: string; number: number; from: string; to: string } }
  | { type: "information-request.answered"; partnershipId: string; data: { requestId: string; number: number; answer: string; byRecipient: boolean; on: string } }
  | { type: "information-request.escalated"; partnershipId: string; data: { requestId: string; number: number; stage: string; on: string } }
  | { type: "information-request.decided"; partnershipId: string; data: { requestId: string; number: number; stage: string; on: string; minority: boolean } }
  | { type: "information-request.closed"; partnershipId: string; data: { requestId: string; number: number; outcome: string; on: string } }
  | { type: "priority.recorded" | "priority.changed"; partnershipId: string; data: { priorityId: string; number: number; dueOn: string } }
  | { type: "priority.agreed"; partnershipId: string; data: { priorityId: string; number: number; on: string } }
  | { type: "priority.measure-added" | "priority.measure-changed"; partnershipId: string; data: { priorityId: string; number: number; measureId: string } }
  /** `value` is an exact decimal; `questions` were asked about it and answered. */
  | { type: "priority.figure-recorded"; partnershipId: string; data: { priorityId: string; number: number; measureId: string; pointId: string; on: string; value: string; questions: string[]; supersedes: string | null } }
  | { type: "priority.stated"; partnershipId: string; data: { priorityId: string; number: number; state: string; statement: number } }
  | { type: "priority.due-moved"; partnershipId: string; data: { priorityId: string; number: number; from: string; to: string } }
  | { type: "priority.published"; partnershipId: string; data: { priorityId: string; number: number; update: number; publicationId: string; outlineSha256: string } }
  | { type: "priority.withdrawn" | "priority.taken-down"; partnershipId: string; data: { number: number } }
  | { type: "assessment.round-issued"; partnershipId: string; data: { roundId: string; setId: string; dueOn: string; agencies: number } }
  | { type: "assessment.agencies-added"; partnershipId: string; data: { roundId: string; dueOn: string; agencies: number } }
  | { type: "assessment.due-moved"; partnershipId: string; data: { returnId: string; from: string; to: string } }
  | { type: "assessment.answer-saved"; partnershipId: string; data: { returnId: string; standardId: string; revision: number; onBehalf: boolean } }
  | { type: "assessment.submitted"; partnershipId: string; data: { returnId: string; answersSha256: string; onBehalf: boolean } }
  | { type: "assessment.sampled"; partnershipId: string; data: { roundId: string; returns: string[]; seed: string | null; drawnFrom: number | null } }
  | { type: "assessment.challenged" | "assessment.challenge-answered" | "assessment.challenge-repeated"; partnershipId: string; data: { challengeId: string; returnId: string; standardId: string } }
  | { type: "assessment.challenge-accepted"; partnershipId: string; data: { challengeId: string; returnId: string; standardId: string; rating: string } }
  /** Null: recorded by itself. */
  | { type: "action.recorded"; partnershipId: string; data: { actionId: string; origin: string; originId: string | null; dueOn: string } }
  | { type: "action.moved"; partnershipId: string; data: { actionId: string; from: string; to: string } }
  /** Null ids: somebody who is neither an office of the partnership nor an agency of its register. */
  | { type: "action.owner-changed"; partnershipId: string; data: { actionId: string; postId: string | null; membershipId: string | null } }
  | { type: "action.progressed" | "action.proposed-done" | "action.returned" | "action.closed"; partnershipId: string; data: { actionId: string } }
  /** Of self-assessments, before all actions were one thing. */
  | { type: "assessment.action-recorded"; partnershipId: string; data: { actionId: string; returnId: string; dueOn: string } }
  | { type: "assessment.action-moved"; partnershipId: string; data: { actionId: string; from: string; to: string } }
  | { type: "assessment.action-progressed" | "assessment.action-proposed" | "assessment.action-returned" | "assessment.action-closed"; partnershipId: string; data: { actionId: string } }
  | { type: "agencies.taken-down" | "agencies.put-right" | "agencies.erasure-proposed" | "agencies.erased"; partnershipId: string; data: { takedownId: string } }
  | { type: "post.created"; partnershipId: string; data: { postId: string; role: string } }
  | {
      type: "office.handed-over";
      partnershipId: string;
      data: { postId: string; fromAppointmentId: string; toAppointmentId: string; on: string; versions: string[]; proposals: string[]; delegations: number; overrides: number };
    }
  | { type: "seat.added"; partnershipId: string; data: { seatId: string; proposalId: string; on: string } }
  | { type: "seat.ended"; partnershipId: string; data: { seatId: string; proposalId: string; on: string; successorId: string | null } }
  /** It awaited other seats than those of that day. */
  | { type: "version.closed"; partnershipId: string; data: { versionId: string; seats: string[] } }
  | { type: "proposal.made"; partnershipId: string; data: { proposalId: string; kind: string; seats: string[] } }
  | { type: "proposal.agreed"; partnershipId: string; data: { proposalId: string; seatId: string; personId: string } }
  | { type: "proposal.carried-out" | "proposal.declined" | "proposal.withdrawn" | "proposal.lapsed"; partnershipId: string; data: { proposalId: string } }
  | { type: "account.opened"; partnershipId: string; data: { personId: string } }
  | { type: "account.suspended"; partnershipId: null; data: { personId: string } }
  | { type: "account.restored"; partnershipId: null; data: { personId: string } }
  | { type: "invitation.sent" | "invitation.withdrawn" | "invitation.accepted"; partnershipId: string; data: { appointmentId: string; personId: string } }
  /** Written by the database in every partnership concerned: access.propose_factor_reset and its neighbours. */
  | { type: "factor-reset.asked" | "factor-reset.proposed" | "factor-reset.confirmed" | "factor-reset.stopped" | "factor-reset.completed"; partnershipId: string | null; data: { personId: string; resetId: string } }
  | { type: "administrator.granted"; partnershipId: null; data: { personId: string } }
  | { type: "document.started"; partnershipId: string; data: { documentId: string; kind: string; editionId: string; sections: number } }
  | { type: "edition.loaded"; partnershipId: null; data: { editionId: string; fileSha256: string; items: number } }
  | { type: "successors.loaded"; partnershipId: null; data: { fileSha256: string; rows: number; newBodies: number } }
  /** In the installation's chain, and in that of every partnership whose areas the list names. */
  | { type: "icb-coverage.loaded"; partnershipId: string | null; data: { fileSha256: string; rows: number; areas: number } }
  | { type: "edition.adopted"; partnershipId: string; data: { editionId: string; from: string; drafts: string[] } }
  | { type: "document.word-taken-in"; partnershipId: string; data: { documentId: string; fileSha256: string; sections: number; removed: number; revision: number } }
  | { type: "document.saved"; partnershipId: string; data: { documentId: string; revision: number } }
  | { type: "section.added" | "section.removed" | "section.restored" | "section.saved" | "section.moved"; partnershipId: string; data: { documentId: string; sectionId: string; revision: number } }
  | { type: "file.added"; partnershipId: string; data: { documentId: string; sha256: string; size: number; pages: number; revision: number } }
  | { type: "file.removed"; partnershipId: string; data: { documentId: string; sha256: string; revision: number } }
  | { type: "archive.entry-added"; partnershipId: string; data: { entryId: string; kind: string; revision: number; outlineSha256: string; fileSha256: string | null } }
  | { type: "archive.entry-corrected"; partnershipId: string; data: { entryId: string; revision: number; outlineSha256: string; fileSha256: string | null } }
  | { type: "archive.entry-removed" | "archive.erasure-proposed" | "archive.erased"; partnershipId: string; data: { entryId: string } }
  | { type: "gap.declared" | "gap.withdrawn"; partnershipId: string; data: { documentId: string; itemId: string } }
  | { type: "detector.override-proposed" | "detector.override-confirmed"; partnershipId: string; data: { documentId: string; fingerprint: string } }
  | { type: "comment.opened"; partnershipId: string; data: { documentId: string; sectionId: string; sectionRevision: number; commentId: string } }
  | { type: "comment.resolved" | "comment.reopened"; partnershipId: string; data: { commentId: string; sectionId: string } }
  | { type: "comment.replied" | "comment.corrected" | "comment.withdrawn"; partnershipId: string; data: { commentId: string; sectionId: string; remarkId: string } }
  | { type: "review.requested"; partnershipId: string; data: { documentId: string; kind: string; revision: number } }
  | { type: "review.recorded"; partnershipId: string; data: { documentId: string; kind: string; reviewId: string; revision: number; outcome: string } }
  | {
      type: "version.frozen";
      partnershipId: string;
      data: { versionId: string; kind: string; number: number; contentSha256: string; htmlSha256: string; pdfSha256: string; requiredSeats: string[]; warnings: string[]; reviewId: string | null };
    }
  | { type: "version.signed"; partnershipId: string; data: { versionId: string; seatId: string; personId: string; statementSha256: string; contentSha256: string } }
  | { type: "version.declined"; partnershipId: string; data: { versionId: string; seatId: string; personId: string } }
  | { type: "version.approved"; partnershipId: string; data: { versionId: string; contentSha256: string } }
  /** With `scheduledBy` when a job published it, in the name of whoever set the time. */
  | { type: "version.published"; partnershipId: string; data: { versionId: string; contentSha256: string; scheduleId?: string; scheduledBy?: string; dueAt?: string } }
  | { type: "version.scheduled" | "version.unscheduled" | "version.publication-failed"; partnershipId: string; data: { versionId: string; scheduleId: string; dueAt: string } }
  | { type: "version.superseded" | "version.withdrawn" | "version.taken-down"; partnershipId: string; data: { versionId: string } }
  | { type: "version.note-corrected"; partnershipId: string; data: { versionId: string; field: string; number: number; fingerprint: string } }
  | { type: "government.notified"; partnershipId: string; data: { versionId: string; notifiedOn: string } }
  | { type: "version.erasure-proposed" | "version.erased"; partnershipId: string; data: { versionId: string } };

export type LedgerEventType = LedgerEvent["type"];
