import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";
import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";

export interface TaskListItem {
  title: ReactNode;
  /** Absent while the task cannot be started. */
  href?: string;
  hint?: ReactNode;
  /** A tone makes the status a tag; a finished task has none, so that what is left stands out. */
  status: { text: string; tone?: TagTone | "teal" };
}

export interface TaskListProps {
  items: readonly TaskListItem[];
  /** Must differ when a page has two lists. */
  idPrefix?: string;
}

export function TaskList({ items, idPrefix = "task-list" }: TaskListProps) {
  return (
    <ul className="govuk-task-list">
      {items.map((item, at) => <TaskListRow key={`${idPrefix}-${String(at + 1)}`} item={item} id={`${idPrefix}-${String(at + 1)}`} />)}
    </ul>
  );
}

function TaskListRow({ item, id }: { item: TaskListItem; id: string }) {
  const { title, href, hint, status } = item;
  return (
    <li className={classNames("govuk-task-list__item", href && "govuk-task-list__item--with-link")}>
      <div className="govuk-task-list__name-and-hint">
        {href ? (
          <a className="govuk-link govuk-task-list__link" href={href} aria-describedby={classNames(hint ? `${id}-hint` : null, `${id}-status`)}>{title}</a>
        ) : (
          <div>{title}</div>
        )}
        {hint && <div id={`${id}-hint`} className="govuk-task-list__hint">{hint}</div>}
      </div>
      <div className={classNames("govuk-task-list__status", !href && "govuk-task-list__status--cannot-start-yet")} id={`${id}-status`}>
        {status.tone ? <Tag text={status.text} tone={status.tone === "teal" ? undefined : status.tone} /> : status.text}
      </div>
    </li>
  );
}
