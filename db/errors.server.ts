import type { Refusal } from "#app/domain/shared/refusals.ts";

/** What a broken constraint means to the person who asked. Constraints not listed here are defects and throw. */
const refusals: Record<string, Refusal> = {
  versions_every_seat_signs: "not-every-seat-signed",
  versions_transition: "version-not-in-that-state",
  versions_one_awaiting: "stale",
  versions_number_key: "stale",
  versions_require_every_seat: "seats-changed",
  signatures_one_per_seat: "already-signed",
  signatures_version_awaiting: "version-not-awaiting",
  signatures_own_seat: "not-your-seat",
  signatures_confirmed: "identity-not-confirmed",
  declines_version_awaiting: "version-not-awaiting",
  declines_own_seat: "not-your-seat",
  declines_pkey: "version-not-awaiting",
  documents_one_per_kind: "already-started",
  sections_one_for_young_people: "young-people-page-there",
  declared_gaps_should_only: "must-items-cannot-be-gaps",
  appointments_one_holder_at_a_time: "appointment-clash",
  appointments_one_kind_of_seat_per_person: "two-kinds-of-seat",
  appointments_scrutineer_independent: "scrutineer-independent",
  partnership_areas_one_set_of_arrangements: "area-already-covered",
  guidance_editions_in_use: "edition-in-use",
  guidance_adoptions_pkey: "stale",
  partnerships_slug_key: "slug-taken",
  proposals_one_open_per_post: "proposal-open",
  proposals_one_open_per_seat: "proposal-open",
  proposals_one_open_per_new_partner: "proposal-open",
  seats_one_of_each_kind: "one-of-each-kind",
  seats_one_per_partner: "partner-already",
  seats_agreed: "not-agreed",
  seats_immutable: "seats-changed",
  proposals_require_every_seat: "seats-changed",
  proposals_immutable: "proposal-closed",
  proposals_agreed: "not-agreed",
  agreements_proposal_open: "proposal-closed",
  agreements_own_seat: "not-your-seat",
  agreements_confirmed: "identity-not-confirmed",
  proposal_agreements_once_per_seat: "already-agreed",
  appointments_agreed: "not-permitted",
  delegations_own_seat: "not-your-seat",
  delegations_one_at_a_time: "stale",
  appointment_terms_revision_key: "stale",
  concern_contacts_revision_key: "stale",
  review_requests_once: "nothing-to-change",
  publication_schedules_in_future: "time-has-passed",
  publication_schedules_one_open: "stale",
  corrections_in_order: "stale",
  corrections_of_what_stands: "version-not-in-that-state",
  takedowns_pkey: "already-taken-down",
  takedowns_erased_by_two: "second-person-needed",
  detector_overrides_two_people: "second-person-needed",
  factor_resets_two_people: "second-person-needed",
  factor_resets_not_oneself: "own-factor",
};

/** The refusal that a database error stands for, or null when it is a defect. */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== "object" || error === null) return null;
  if ("constraint_name" in error && typeof error.constraint_name === "string") return refusals[error.constraint_name] ?? null;
  return "cause" in error ? refusalOf(error.cause) : null;
}
