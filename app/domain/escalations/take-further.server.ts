import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { nextStage } from "./rules.ts";
import { type StepInput, takeStep, writeStep } from "./take-step.server.ts";
import type { EscalationStage } from "./vocabulary.ts";

/** Who is to know that it came to this stage; the chair always is. */
const told: Record<EscalationStage, readonly PartnershipRole[]> = { raised: ["chair"], delegates: ["dsp", "chair"], chair: ["chair", "scrutineer"], leads: ["lsp", "chair"], department: ["lsp", "chair"] };

/** Takes an escalation one stage up the ladder; those who decide there are told. Refusals: as of every step, and not-to-escalate at its top. */
export async function takeFurther(actor: SessionActor, input: StepInput & { words: string }, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, number, words, on } = input;
  return takeStep(actor, input, submission, {
    command: "take-escalation-further",
    words: { "The reason": words },
    take: async (tx, escalation) => {
      const stage = nextStage(escalation);
      if (stage === null) return refused("not-to-escalate");
      await appendToLedger(tx, { type: "escalation.taken-further", partnershipId, data: { escalationId: escalation.id, number, stage, on } });
      await writeStep(tx, escalation, on, { kind: "taken-further", stage, words });
      await notify(tx, { kind: "escalation-moved", partnershipId, number, stage }, await holdersOf(tx, partnershipId, told[stage]));
      return done(null);
    },
  });
}
