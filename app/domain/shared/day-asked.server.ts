import { Temporal } from "temporal-polyfill";

import { dateField } from "./date-field.server.ts";

/** The day an address asks for: none, one (`?on=2026-03-03`), one typed into the form, or something that is no day. */
export type DayAsked =
  | { kind: "none" }
  | { kind: "day"; day: string }
  | { kind: "typed"; day: string }
  | { kind: "wrong"; message: string; parts: { day: string; month: string; year: string } };

const field = dateField("the date");

/** Reads `on`, or the three parts of the form that asks for it. */
export function readDayAsked(params: URLSearchParams): DayAsked {
  const on = params.get("on");
  if (on !== null) return isDay(on) ? { kind: "day", day: on } : { kind: "wrong", message: "The date must be a real date, like 1 9 2026", parts: { day: "", month: "", year: "" } };
  if (!params.has("on-day") && !params.has("on-month") && !params.has("on-year")) return { kind: "none" };
  const parts = { day: params.get("on-day") ?? "", month: params.get("on-month") ?? "", year: params.get("on-year") ?? "" };
  const parsed = field.safeParse(parts);
  if (parsed.success) return { kind: "typed", day: parsed.data };
  return { kind: "wrong", message: parsed.error.issues[0]?.message ?? "Enter the date, like 1 9 2026", parts };
}

function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}
