import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { registerImports } from "#db/schema/index.ts";

import { type ImportAddress, lockKeptImport } from "./kept-import.server.ts";

/** Forgets a file that was read and not taken in: nothing of it stays. Refusals: not-permitted, not-found, import-over. */
export async function forgetImport(actor: SessionActor, input: ImportAddress, submission: Submission): Promise<Outcome<{ fileName: string }>> {
  return change(actor, "forget-register-import", submission, async (tx) => {
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId: input.partnershipId });
    if (forbidden) return forbidden;
    const kept = await lockKeptImport(tx, input);
    if (!kept) return refused("not-found");
    if (kept.appliedAt) return refused("import-over");
    await tx.db.delete(registerImports).where(eq(registerImports.id, kept.id));
    return done({ fileName: kept.fileName });
  });
}
