import { renderBarChart } from "#app/components/charts/bar-chart.server.tsx";
import { keptChart } from "#app/components/charts/kept-charts.server.ts";
import { type Theme, weakest } from "#app/domain/agencies/assessments/figures.ts";
import type { QuestionSet } from "#app/domain/agencies/assessments/question-set.ts";

/** The finding, and the picture of how many agencies rate each standard as they should, the most first. */
export function drawThemes({ ratings }: Pick<QuestionSet, "ratings">, themes: readonly Theme[]): { finding: string; svg: string | null } {
  const best = ratings[0]?.title ?? "";
  const measured = themes.flatMap((theme) => (theme.best === null ? [] : [{ label: theme.standard.title, value: theme.best, text: `${String(theme.best)}%` }]));
  if (measured.length === 0) return { finding: "Nothing is measured yet.", svg: null };
  const [first] = weakest(themes);
  const finding = first ? `Weakest is “${first.standard.title}”: ${String(first.best ?? 0)}% rate it “${best}”` : `Every agency rates every standard “${best}”`;
  const bars = [...measured].sort((a, b) => b.value - a.value);
  const label = `Bar chart, with its figures in the table after it. The share of agencies that rate each standard “${best}”. ${finding}.`;
  return { finding, svg: keptChart({ id: "themes", label, bars }, () => renderBarChart({ id: "themes", label, bars })) };
}
