import { Button } from "#app/components/govuk/button.tsx";
import { TaskList, type TaskListItem } from "#app/components/govuk/task-list.tsx";
import { partsOf, type Standard } from "#app/domain/agencies/assessments/question-set.ts";
import { missingOf } from "#app/domain/agencies/assessments/rules.ts";
import type { ReturnView } from "#app/domain/agencies/assessments/views.ts";

import { assessmentsPath } from "./paths.ts";

/** Every standard with what is missing of it, part by part. */
export function ReturnTasks({ slug, returned }: { slug: string; returned: ReturnView }) {
  const { id, set, complete, before } = returned;
  const all = set.standards.length;
  return (
    <>
      <p className="govuk-body">{complete} of {all} standards are answered in full. Each answer is kept when you save it, and you can come back at any time until the day it is due, and after it.</p>
      {before && <p className="govuk-body">What was said in “{before.title}” is shown with each standard. None of it counts until you have checked and saved it.</p>}
      {partsOf(set).map(({ part, standards }, at) => (
        <section key={part} className="section stacked-tasks">
          <h2 className="govuk-heading-m">{part}</h2>
          <TaskList idPrefix={`part-${String(at + 1)}`} items={standards.map((standard) => toTask(slug, returned, standard))} />
        </section>
      ))}
      <Button href={assessmentsPath(slug, "returns", id, "check")}>{complete === all ? "Check your answers and submit" : "Check your answers"}</Button>
    </>
  );
}

function toTask(slug: string, { id, set, answers, before }: ReturnView, standard: Standard): TaskListItem {
  const answer = answers.find((each) => each.standardId === standard.id);
  const missing = missingOf(set, answer);
  const carried = !answer && before?.answers.some((each) => each.standardId === standard.id);
  const status = carried
    ? { text: `Carried forward, check it`, tone: "yellow" as const }
    : !answer
      ? { text: "Not begun", tone: "grey" as const }
      : missing.length > 0
        ? { text: `Missing: ${missing.join(", ")}`, tone: "teal" as const }
        : { text: "Complete" };
  return { title: standard.title, hint: standard.question, href: assessmentsPath(slug, "returns", id, "standards", standard.id), status };
}
