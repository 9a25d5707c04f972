import { Tag } from "#app/components/govuk/tag.tsx";
import { levelLabels, levelOf, scoreOf } from "#app/domain/risks/rules.ts";

/** A score with what it means: "12, medium". */
export function RiskScoreTag({ risk }: { risk: { likelihood: number; impact: number } }) {
  const level = levelOf(risk);
  return <Tag text={`${String(scoreOf(risk))}, ${levelLabels[level].toLowerCase()}`} tone={level === "high" ? "red" : level === "medium" ? "yellow" : "green"} />;
}
