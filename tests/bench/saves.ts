import { addPartnership, addReadyDraft } from "#tests/support/partnership.ts";
import { editTogether } from "#tests/support/editing.ts";

import { withBenchDatabase } from "./bench-database.ts";

const editors = 5;
const saves = 200;

/** Five people save one section 200 times each, all at once: how many saves were accepted, whether each is kept, and how long a save took. */
export async function benchSaves(): Promise<void> {
  await withBenchDatabase(async (sql) => {
    const partnership = await addPartnership(sql, "desk");
    const { documentId } = await addReadyDraft(sql, partnership.id, partnership.businessManager.personId);
    const [section] = await sql<{ id: string }[]>`select id from portal.sections where document_id = ${documentId} order by position limit 1`;
    if (!section) throw new Error("no section");
    const started = performance.now();
    const { accepted, kept, stale, others } = await editTogether(sql, partnership, { sectionId: section.id, editors, saves });
    const ms = performance.now() - started;
    const whole = JSON.stringify(kept) === JSON.stringify(accepted);
    console.log(
      `saves: ${String(editors)} editors × ${String(saves)} at once: ${String(accepted.length)} accepted, ${String(stale)} told that they were stale, ${String(others.length)} refused otherwise, ` +
        `${whole ? "every accepted one is kept" : "SOME WERE LOST"}; ${(ms / (editors * saves)).toFixed(1)} ms a save`,
    );
  });
}
