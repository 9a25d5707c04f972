import type postgres from "postgres";

import { reviewDraft } from "#app/domain/documents/review/review-draft.server.ts";

import { submission, type TestPartnership } from "./partnership.ts";

const reason = "Read by all three partners at their meeting.";

/** Reasons for freezing a draft that nobody reviewed, for tests that are about something else. */
export const withoutReview: Record<string, string> = { "review:none": reason, "review:stale": reason, "review:own": reason };

/** The chair finds the draft of the arrangements ready as it stands. */
export async function findReady(sql: postgres.Sql, partnership: TestPartnership, words: string | null = null): Promise<string> {
  const [draft] = await sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${partnership.id} and kind = 'arrangements'`;
  const revision = draft?.revision ?? 1;
  const outcome = await reviewDraft(partnership.chair.actor, { partnershipId: partnership.id, kind: "arrangements", revision, outcome: "ready", words }, submission({ revision, words }));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.reviewId;
}
