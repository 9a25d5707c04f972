import type postgres from "postgres";

import { saveSection } from "#app/domain/documents/save-section.server.ts";
import { findSection } from "#app/domain/documents/section-queries.server.ts";

import { submission, type TestPartnership } from "./partnership.ts";

export interface Revision {
  revision: number;
  body: string;
}

export interface EditedTogether {
  /** What each accepted save wrote, in the order of its revisions. */
  accepted: Revision[];
  /** What the database kept after the first revision. */
  kept: Revision[];
  stale: number;
  /** Refusals other than stale. */
  others: string[];
}

/** Several people save the same section of the arrangements again and again at the same time; who is told that it is stale begins from what is there now. */
export async function editTogether(sql: postgres.Sql, partnership: TestPartnership, { sectionId, editors, saves }: { sectionId: string; editors: number; saves: number }): Promise<EditedTogether> {
  const people = [partnership.businessManager, partnership.delegate, partnership.chair];
  const { id: partnershipId } = partnership;
  const accepted: Revision[] = [];
  const others: string[] = [];
  let stale = 0;
  const edit = async (editor: number): Promise<void> => {
    const actor = people[editor % people.length]?.actor;
    if (!actor) throw new Error("nobody edits");
    const stored = async () => {
      const section = await findSection(actor, partnershipId, "arrangements", sectionId);
      if (!section) throw new Error("no section");
      return section;
    };
    let from = await stored();
    for (let save = 0; save < saves; save += 1) {
      const body = `Editor ${String(editor)}, save ${String(save)}, from ${String(from.revision)}.`;
      const outcome = await saveSection(actor, { partnershipId, kind: "arrangements", sectionId, revision: from.revision, title: from.title, body, items: from.items }, submission());
      if (outcome.ok) accepted.push({ revision: outcome.value.revision, body });
      else if (outcome.refusal === "stale") stale += 1;
      else others.push(outcome.refusal);
      from = outcome.ok ? { ...from, revision: outcome.value.revision } : await stored();
    }
  };
  await Promise.all(Array.from({ length: editors }, (_unused, editor) => edit(editor)));
  const kept = await sql<Revision[]>`select revision, body from portal.section_revisions where section_id = ${sectionId} order by revision offset 1`;
  return { accepted: accepted.sort((a, b) => a.revision - b.revision), kept: [...kept], stale, others };
}
