import { z } from "zod";

import { publicLine } from "#app/domain/shared/public-fields.server.ts";

export const listTakedownForm = z.object({ reason: publicLine("The reason", { missing: "Give the reason that the public will read", tooShort: "Give the reason in at least 5 characters", tooLong: "The reason must be 300 characters or fewer" }, { min: 5, max: 300 }) });

export const publishAgainForm = z.object({ putRight: z.literal("yes", "Tick the box once the register is put right") });
