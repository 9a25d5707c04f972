import { customType, date, integer, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const access = pgSchema("access");
export const portal = pgSchema("portal");
export const ledger = pgSchema("ledger");
export const publication = pgSchema("publication");

/** Raw bytes, hashed and never parsed by the database. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** A SHA-256 in 64 lower-case hexadecimal digits (domain portal.sha256). */
export const sha256 = (name: string) => text(name);

/** A moment: timestamptz, a Date in TypeScript. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A statutory date: SQL date, "2026-09-30" in TypeScript. */
export const day = (name: string) => date(name, { mode: "string" });

export const id = () => uuid("id").primaryKey().defaultRandom();
export const partnershipId = () => uuid("partnership_id").notNull();
export const revision = () => integer("revision").notNull().default(1);
