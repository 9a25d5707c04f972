import type { TestPartnership } from "#tests/support/partnership.ts";
import { agreed, draft, figure, measured } from "#tests/support/priorities.ts";

/** An agreed priority with a measure and a figure, which may be said to be achieved; and a draft. */
export async function addPriorities(ours: TestPartnership): Promise<{ priority: string; draftPriority: string; measure: string }> {
  const priority = await agreed(ours);
  await figure(ours, priority, await measured(ours, priority));
  return { priority: String(priority), draftPriority: String(await draft(ours)), measure: "1" };
}
