import { z } from "zod";

import { dateField } from "#app/domain/shared/date-field.server.ts";

/** On which day the Secretary of State was told. */
export const notificationForm = z.object({ notifiedOn: dateField("the date the Secretary of State was told") });
