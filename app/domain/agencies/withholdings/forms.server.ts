import { z } from "zod";

import { proseField } from "#app/domain/shared/prose-field.server.ts";

const revision = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);

/** Not published, but read by everybody in office: nobody may be identified in it. */
const reason = (missing: string) => proseField({ missing, tooShort: "Give the reason in at least 3 characters", tooLong: "The reason must be 500 characters or fewer" }, { min: 3, max: 500, isPublic: true, why: "everybody in office reads it" });

export const withholdForm = z.object({ reason: reason("Say why the name must not be public"), revision });

export const endWithholdingForm = z.object({
  reason: reason("Say why the name may be public again"),
  asked: z.literal("yes", "Ask the agency first, then tick the box"),
  revision,
});
