import { z } from "zod";

import { dateField } from "../../shared/date-field.server.ts";
import { proseField } from "../../shared/prose-field.server.ts";

/** A form that proposes a change of partners. */
export type ChangeForm<T> = z.ZodType<T>;

const reason = proseField(
  { missing: "Give the reason: it is published", tooShort: "Give the reason in at least 10 characters", tooLong: "The reason must have 1,000 characters or fewer" },
  { min: 10, max: 1_000, isPublic: true },
);

/** A further partner: a body of the register, from a day. */
export const addPartnerForm = z.object({ body: z.string().regex(/^[A-Z0-9]{4,12}$/, "Choose the body that becomes a partner"), on: dateField("the first day of its seat"), reason });

/** The end of a seat. */
export const endPartnerForm = z.object({ on: dateField("the first day without this seat"), reason });

/** Nobody goes on in the successor. */
export const nobody = "nobody";

/** A succession: who goes on is one of the seats that end, or nobody. */
export const succeedPartnerForm = z.object({
  on: dateField("the first day of the successor’s seat"),
  carryFrom: z.union([z.literal(nobody), z.uuid("Choose who goes on in the successor")], "Choose who goes on in the successor").transform((choice) => (choice === nobody ? null : choice)),
  reason,
});
