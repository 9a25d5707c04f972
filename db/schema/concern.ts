import { sql } from "drizzle-orm";
import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { day, moment, partnershipId, portal } from "./columns.ts";

/** Whom to call about a child in an area. The last revision applies; without a service, no number is known. */
export const concernContacts = portal.table(
  "concern_contacts",
  {
    partnershipId: partnershipId(),
    areaId: uuid("area_id").notNull(),
    revision: integer("revision").notNull(),
    service: text("service"),
    phone: text("phone"),
    outOfHoursPhone: text("out_of_hours_phone"),
    webPage: text("web_page"),
    checkedOn: day("checked_on").notNull().default(sql`access.today()`),
    recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
    recordedBy: uuid("recorded_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.areaId, table.revision] })],
);
