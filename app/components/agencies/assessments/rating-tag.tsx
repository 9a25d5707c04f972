import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import type { QuestionSet } from "#app/domain/agencies/assessments/question-set.ts";

const tones: TagTone[] = ["green", "yellow", "yellow", "red"];

/** A rating in the words of its set; those that do not count as measured are grey. */
export function RatingTag({ set: { ratings }, rating }: { set: Pick<QuestionSet, "ratings">; rating: string }) {
  const at = ratings.findIndex((each) => each.id === rating);
  const found = ratings[at];
  return <Tag text={found?.title ?? rating} tone={found?.measured ? (tones[at] ?? "red") : "grey"} />;
}
