import { publishPriority } from "#app/domain/priorities/publish-priority.server.ts";
import { need } from "#tests/support/funding.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { agreed, at, draft, figure, measured } from "#tests/support/priorities.ts";

/** An agreed priority with a measure and a figure, which may be said to be achieved, published; and a draft. */
export async function addPriorities(ours: TestPartnership): Promise<{ priority: string; draftPriority: string; measure: string }> {
  const priority = await agreed(ours);
  await figure(ours, priority, await measured(ours, priority));
  need(await publishPriority(ours.chair.actor, await at(ours, priority), submission()));
  return { priority: String(priority), draftPriority: String(await draft(ours)), measure: "1" };
}
