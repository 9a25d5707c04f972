import { type Task, tasksShown } from "./rules.ts";

/** What needs one person in one partnership, the longest waiting or first due at the top. */
export interface Workload {
  slug: string;
  partnership: string;
  tasks: readonly Task[];
}

/** A task with its whole address, and where it waits. */
export interface PlacedTask extends Omit<Task, "path"> {
  href: string;
  partnership: string;
}

/** Of all partnerships together what comes first, and how many wait besides. */
export function firstOfAll(loads: readonly Workload[], most = tasksShown): { first: PlacedTask[]; more: number } {
  const all = loads
    .flatMap(({ slug, partnership, tasks }) => tasks.map(({ path, ...task }) => ({ ...task, href: `/portal/${slug}${path}`, partnership })))
    .sort((a, b) => a.date.localeCompare(b.date));
  return { first: all.slice(0, most), more: Math.max(0, all.length - most) };
}
