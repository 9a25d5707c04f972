import { z } from "zod";

const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What a proposal to add, end or succeed a statutory partner says. It is parsed again when it is carried out. */
export const partnerData = z.object({
  /** The body that comes, by the register; null when one only ends. */
  organisationId: z.uuid().nullable(),
  /** Its name, for those who decide; for one that only ends, null. */
  organisation: z.string().nullable(),
  /** The seats that end, with the names of their bodies. */
  seatIds: z.array(z.uuid()),
  ending: z.array(z.string()),
  /** The first day of what is new. */
  on: isoDate,
  /** The ending seat whose lead and delegate go on in the successor; null: its posts are vacant. */
  carryFrom: z.uuid().nullable(),
  carryFromName: z.string().nullable(),
});
export type PartnerData = z.output<typeof partnerData>;

export const partnerKinds = ["add-partner", "end-partner", "succeed-partner"] as const;
export type PartnerProposalKind = (typeof partnerKinds)[number];

export function isPartnerKind(kind: string): kind is PartnerProposalKind {
  return partnerKinds.some((each) => each === kind);
}
