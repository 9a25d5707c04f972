import { randomUUID } from "node:crypto";

import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";

/** A form as a page of the portal would send it. */
export function form(fields: Record<string, unknown> = {}): Submission {
  return { key: randomUUID(), fields };
}

/** What a command answered; a refusal is a fault of the demonstration. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal}: ${outcome.detail ?? ""}`);
  return outcome.value;
}
