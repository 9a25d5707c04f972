import { sectionPath } from "#app/components/drafting/paths.ts";
import { TaskList } from "#app/components/govuk/task-list.tsx";
import { sectionState } from "#app/domain/documents/draft-status.ts";
import { openComments } from "#app/domain/documents/comments/rules.ts";
import type { SectionOverview } from "#app/domain/documents/drafting-view.ts";
import { budgetYear, type DocumentAddress, type DocumentKind } from "#app/domain/documents/vocabulary.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

/** The sections in order with their state. Those who may not edit are led to the text as it reads. */
export function SectionList({ at, sections, mayEdit }: { at: DocumentAddress; sections: readonly SectionOverview[]; mayEdit: boolean }) {
  if (sections.length === 0) return <p className="govuk-body">There are no sections yet.</p>;
  return (
    <TaskList
      idPrefix="section"
      items={sections.map((section) => ({
        title: `${String(section.number)}. ${section.title}`,
        href: sectionPath(at, section.id, mayEdit ? "" : "preview"),
        hint: hintOf(section, at.kind),
        status: sectionState(section),
      }))}
    />
  );
}

/** Nothing of the guidance lists what a budget covers, so every section of it would be "your own". */
function hintOf({ items, title, words, openComments: open }: SectionOverview, kind: DocumentKind): string | undefined {
  const covers = items.length === 0 ? (budgetYear(kind) ? null : "Your own section") : items.length === 1 && items[0]?.title === title ? null : `Covers ${items.map((item) => item.title).join("; ")}`;
  const required = items.filter((item) => item.strength === "must");
  const must = required.length === 0 ? null : required.some((item) => item.inForce) ? "required by law" : "will be required by law, not yet in force";
  const length = words === 0 ? null : `${words.toLocaleString("en-GB")} words`;
  const parts = [covers, must, length, open === 0 ? null : openComments(open)].filter((part) => part !== null).join(" · ");
  return parts === "" ? undefined : capitalised(parts);
}
