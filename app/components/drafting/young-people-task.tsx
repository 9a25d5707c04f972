import { documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { TaskList, type TaskListItem } from "#app/components/govuk/task-list.tsx";
import { openComments } from "#app/domain/documents/comments/rules.ts";
import { sectionState } from "#app/domain/documents/draft-status.ts";
import type { YoungPeopleOverview } from "#app/domain/documents/drafting-view.ts";
import { type DocumentAddress, youngPeople } from "#app/domain/documents/vocabulary.ts";

/** The page for children and young people as a task of its own, after the sections. */
export function YoungPeopleTask({ at, page, mayEdit }: { at: DocumentAddress; page: YoungPeopleOverview; mayEdit: boolean }) {
  return <TaskList idPrefix="young-people" items={[taskOf(at, page, mayEdit)]} />;
}

function taskOf(at: DocumentAddress, page: YoungPeopleOverview, mayEdit: boolean): TaskListItem {
  const title = youngPeople.page;
  switch (page.state) {
    case "not-started":
      return { title, ...(mayEdit ? { href: documentPath(at, "young-people") } : {}), hint: "Optional. One short page in plain words, signed and published with the rest.", status: { text: "Not started", tone: "grey" } };
    case "removed":
      return { title, ...(mayEdit ? { href: sectionPath(at, page.sectionId) } : {}), hint: "It was removed. Its text is kept and can be put back.", status: { text: "Removed", tone: "grey" } };
    case "there": {
      const { id, title: name, words, openComments: open } = page.section;
      const hint = [`“${name}”`, words === 0 ? null : `${words.toLocaleString("en-GB")} words`, open === 0 ? null : openComments(open)].filter((part) => part !== null).join(" · ");
      return { title, href: sectionPath(at, id, mayEdit ? "" : "preview"), hint, status: sectionState(page.section) };
    }
  }
}
