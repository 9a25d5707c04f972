import { primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { day, portal } from "./columns.ts";

/** Which integrated care boards cover each local authority area, to the end of the last day. */
export const icbCoverage = portal.table(
  "icb_coverage",
  {
    localAuthorityId: uuid("local_authority_id").notNull(),
    localAuthorityKind: text("local_authority_kind").notNull().default("local-authority"),
    icbId: uuid("icb_id").notNull(),
    icbKind: text("icb_kind").notNull().default("icb"),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (table) => [primaryKey({ columns: [table.localAuthorityId, table.icbId, table.validFrom] })],
);
