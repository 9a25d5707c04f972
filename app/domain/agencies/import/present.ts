import type { AgencyView } from "../agency-view.ts";
import type { RegisterRow } from "../registers/register-row.ts";
import type { RegisterSource } from "../registers/vocabulary.ts";

/** The number by which a register knows a body again. */
export const numberColumns = { gias: "urn", "charity-commission": "charity_number", "early-years": "organisation_code" } as const;
export type PublicSource = keyof typeof numberColumns;

export function isPublicSource(source: RegisterSource): source is PublicSource {
  return source in numberColumns;
}

type Numbered = Pick<AgencyView, "urn" | "charityNumber" | "organisationCode">;

/** That number of a body, or of a row; null where it has none of the kind. */
export function numberOf(source: PublicSource, { urn, charityNumber, organisationCode }: Numbered | RegisterRow): string | null {
  return source === "gias" ? (urn === null ? null : String(urn)) : source === "charity-commission" ? charityNumber : organisationCode;
}
