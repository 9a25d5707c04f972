import type { GuidanceItem } from "./vocabulary.ts";

/** What is different about an item that both editions have. */
export interface ItemChange {
  fact: "Must or should" | "Title" | "What it asks" | "Source" | "In force" | "Applies";
  before: string;
  after: string;
}

/** What moving from one edition to another means for one document. */
export interface EditionChange {
  added: GuidanceItem[];
  gone: GuidanceItem[];
  changed: { item: GuidanceItem; changes: ItemChange[] }[];
  same: number;
}

/** Compares what two editions ask of a document. How far our wording was checked is no difference. */
export function compareEditions(before: readonly GuidanceItem[], after: readonly GuidanceItem[]): EditionChange {
  const changed: EditionChange["changed"] = [];
  let same = 0;
  for (const item of after) {
    const earlier = before.find((each) => each.id === item.id);
    if (!earlier) continue;
    const changes = differences(earlier, item);
    if (changes.length > 0) changed.push({ item, changes });
    else same += 1;
  }
  return {
    added: after.filter((item) => !before.some((each) => each.id === item.id)),
    gone: before.filter((item) => !after.some((each) => each.id === item.id)),
    changed,
    same,
  };
}

function differences(before: GuidanceItem, after: GuidanceItem): ItemChange[] {
  const facts: ItemChange[] = [
    { fact: "Must or should", before: before.strength, after: after.strength },
    { fact: "Title", before: before.title, after: after.title },
    { fact: "What it asks", before: before.summary, after: after.summary },
    { fact: "Source", before: before.basis, after: after.basis },
    { fact: "In force", before: force(before), after: force(after) },
    { fact: "Applies", before: before.condition ?? "everywhere", after: after.condition ?? "everywhere" },
  ];
  return facts.filter((fact) => fact.before !== fact.after);
}

function force({ inForce, inForceFrom, inForceNote }: GuidanceItem): string {
  const words = [inForce ? "yes" : "not yet", inForceFrom && `from ${inForceFrom}`, inForceNote];
  return words.filter(Boolean).join(", ");
}
