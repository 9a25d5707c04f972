import { asc, desc, eq } from "drizzle-orm";

import { as } from "#db/client.server.ts";
import { guidanceEditions, guidanceItems } from "#db/schema/index.ts";

const anyone = { kind: "public" } as const;

export interface GuidanceEdition {
  id: string;
  title: string;
  /** Year and month: "2026-03". */
  published: string;
  note: string;
  replaces: string | null;
}

/** A date that an edition sets, or a rule for one. */
export interface GuidanceDate {
  title: string;
  /** ISO date, for a date that falls once. */
  date: string | null;
  rule: string | null;
  days: number | null;
  confidence: "verified" | "to-verify";
}

export type GuidanceRow = typeof guidanceItems.$inferSelect;

export interface GuidancePage {
  edition: GuidanceEdition;
  /** The edition that took its place, when there is one. */
  replacedBy: { id: string; title: string } | null;
  dates: GuidanceDate[];
  arrangements: GuidanceRow[];
  yearlyReport: GuidanceRow[];
}

/** Every edition of the guidance that is loaded, newest first. */
export async function listEditions(): Promise<GuidanceEdition[]> {
  return as(anyone, ({ db }) => db.select(shown).from(guidanceEditions).orderBy(desc(guidanceEditions.published)));
}

const shown = {
  id: guidanceEditions.id,
  title: guidanceEditions.title,
  published: guidanceEditions.published,
  note: guidanceEditions.note,
  replaces: guidanceEditions.replaces,
};

/** One edition with everything it asks for, or null. */
export async function findEdition(id: string): Promise<GuidancePage | null> {
  return as(anyone, async ({ db }) => {
    const editions = await db.select({ ...shown, dates: guidanceEditions.dates }).from(guidanceEditions);
    const found = editions.find((each) => each.id === id);
    if (!found) return null;
    const { dates, ...edition } = found;
    const successor = editions.find((each) => each.replaces === id);
    const items = await db.select().from(guidanceItems).where(eq(guidanceItems.editionId, id)).orderBy(asc(guidanceItems.position));
    return {
      edition,
      replacedBy: successor ? { id: successor.id, title: successor.title } : null,
      dates: readDates(dates),
      arrangements: items.filter((item) => item.document === "arrangements"),
      yearlyReport: items.filter((item) => item.document === "yearly-report"),
    };
  });
}

/** The dates of an edition's file. What is not understood is left out. */
export function readDates(dates: unknown): GuidanceDate[] {
  if (!Array.isArray(dates)) return [];
  return dates.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("title" in entry) || typeof entry.title !== "string") return [];
    return [
      {
        title: entry.title,
        date: "date" in entry && typeof entry.date === "string" ? entry.date : null,
        rule: "rule" in entry && typeof entry.rule === "string" ? entry.rule : null,
        days: "days" in entry && typeof entry.days === "number" ? entry.days : null,
        confidence: "confidence" in entry && entry.confidence === "verified" ? ("verified" as const) : ("to-verify" as const),
      },
    ];
  });
}
