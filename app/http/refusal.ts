/** Why a request was not done, in words for the person who asked. Travels as the body of an error response. */
export interface Refusal {
  title?: string;
  message?: string;
  /** What is missing or in the way, one line each: "Idris Calder, NHS Northmoor ICB, has not signed". */
  reasons?: string[];
  /** Where to go to put it right. */
  next?: { href: string; text: string };
}

/** Reads a refusal from the body of an error response; anything unexpected in it is dropped. */
export function readRefusal(body: unknown): Refusal {
  if (typeof body !== "object" || body === null) return {};
  const found: Refusal = {};
  if ("title" in body && typeof body.title === "string") found.title = body.title;
  if ("message" in body && typeof body.message === "string") found.message = body.message;
  if ("reasons" in body && Array.isArray(body.reasons)) found.reasons = body.reasons.filter((line): line is string => typeof line === "string");
  if ("next" in body) found.next = readLink(body.next);
  return found;
}

function readLink(value: unknown): Refusal["next"] {
  if (typeof value !== "object" || value === null || !("href" in value) || !("text" in value)) return undefined;
  return typeof value.href === "string" && typeof value.text === "string" ? { href: value.href, text: value.text } : undefined;
}
