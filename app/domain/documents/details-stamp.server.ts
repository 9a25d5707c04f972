import { createHash } from "node:crypto";

import type { DraftDetails } from "./draft-details.ts";

/** Stands for exactly these details, so that a form can tell whether they are still what it began from. */
export function detailsStamp({ title, inForceFrom, nextReviewOn, changeNote }: DraftDetails): string {
  return createHash("sha256").update(JSON.stringify([title, inForceFrom, nextReviewOn, changeNote])).digest("hex").slice(0, 32);
}
