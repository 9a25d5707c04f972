import { createHash } from "node:crypto";

import canonicalize from "canonicalize";
import { eq } from "drizzle-orm";

import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { refusalOf } from "#db/errors.server.ts";
import { submissions } from "#db/schema/index.ts";

import { type Outcome, type Refusal, refused } from "./refusals.ts";

/** A form as it was sent: its hidden key, and what it asked for (no passwords, no codes). */
export interface Submission {
  /** UUID made when the form was rendered. */
  key: string;
  fields: Record<string, unknown>;
}

class Refused extends Error {
  constructor(readonly outcome: { ok: false; refusal: Refusal; detail?: string }) {
    super(outcome.refusal);
  }
}

/**
 * Runs one state change in one transaction. A refusal rolls everything back. Sent again with the same key and fields,
 * it answers the first result and changes nothing; with the same key and other fields it is refused.
 * Constraints that stand for a refusal become that refusal; anything else throws.
 */
export async function change<T>(
  actor: SessionActor,
  command: string,
  submission: Submission,
  fn: (tx: SessionTx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const fieldsSha256 = createHash("sha256").update(canonicalize(submission.fields) ?? "").digest("hex");
  try {
    return await as(actor, async (tx) => {
      const [claimed] = await tx.db
        .insert(submissions)
        .values({ key: submission.key, personId: tx.me.personId, command, fieldsSha256, submittedAt: tx.now })
        .onConflictDoNothing()
        .returning({ key: submissions.key });
      if (!claimed) return await firstResult<T>(tx, command, submission.key, fieldsSha256);
      const outcome = await fn(tx);
      if (!outcome.ok) throw new Refused(outcome);
      await tx.db.update(submissions).set({ outcome }).where(eq(submissions.key, submission.key));
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    const refusal = refusalOf(error);
    if (refusal) return refused(refusal);
    throw error;
  }
}

async function firstResult<T>(tx: SessionTx, command: string, key: string, fieldsSha256: string): Promise<Outcome<T>> {
  const [first] = await tx.db.select().from(submissions).where(eq(submissions.key, key));
  if (!first || first.command !== command || first.fieldsSha256 !== fieldsSha256) return refused("form-already-used");
  return first.outcome as Outcome<T>;
}
