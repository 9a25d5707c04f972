import { ActionsTable } from "#app/components/actions/actions-table.tsx";
import { ChartFigure } from "#app/components/charts/chart-figure.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { Theme } from "#app/domain/agencies/assessments/figures.ts";
import type { QuestionSet } from "#app/domain/agencies/assessments/question-set.ts";
import type { AssessmentAction } from "#app/domain/agencies/assessments/views.ts";
import { agencySectorLabels, agencySectors, type AgencySector } from "#app/domain/agencies/vocabulary.ts";


export interface ThemesPageProps {
  slug: string;
  path: string;
  today: string;
  set: QuestionSet;
  sector: AgencySector | null;
  /** How many returns of these are submitted, and asked. */
  submitted: number;
  asked: number;
  themes: readonly Theme[];
  finding: string;
  svg: string | null;
  actions: readonly AssessmentAction[];
}

/** What the returns of a round say, standard by standard. */
export function ThemesPage({ slug, path, today, set, sector, submitted, asked, themes, finding, svg, actions }: ThemesPageProps) {
  return (
    <>
      <form method="get" action={path} className="search">
        <Select name="sector" label="Kind of work" defaultValue={sector ?? ""} items={[{ value: "", text: "All" }, ...agencySectors.map((each) => ({ value: each, text: agencySectorLabels[each] }))]} />
        <Button>Show</Button>
      </form>
      <p className="govuk-body-l">{submitted === 0 ? "Nothing is measured yet: none of these agencies has submitted its return." : `From ${submitted === 1 ? "the 1 return" : `the ${String(submitted)} returns`} submitted, of ${String(asked)} asked.`}</p>
      <p className="govuk-body">Ratings are the agencies’ own. Where somebody moderated one, the moderated rating is counted beside it and never in its place. A standard that applies to nobody who returned is “not measured”.</p>
      <ChartFigure finding={finding} svg={svg} />
      <ThemesTable set={set} themes={themes} />
      <h2 className="govuk-heading-m">Actions</h2>
      {actions.length === 0 ? <p className="govuk-body">No action came of it yet.</p> : <ActionsTable slug={slug} actions={actions} today={today} captionHidden about={({ standard }) => standard} />}
    </>
  );
}

function ThemesTable({ set: { ratings }, themes }: { set: QuestionSet; themes: readonly Theme[] }) {
  const best = ratings[0]?.title ?? "";
  return (
    <Table
      caption="How agencies rate themselves"
      columns={[{ label: "Standard" }, ...ratings.map(({ title }) => ({ label: title, format: "numeric" as const })), { label: `Share “${best}”`, format: "numeric" }, { label: "Moderated", format: "numeric" }, { label: "With an action", format: "numeric" }]}
      rows={themes.map(({ standard, counts, best: share, moderatedDown, moderatedUp, withAction }) => ({
        key: standard.id,
        cells: [standard.title, ...ratings.map(({ id }) => String(counts[id] ?? 0)), share === null ? "Not measured" : `${String(share)}%`, moderatedWords(moderatedDown, moderatedUp), String(withAction)],
      }))}
    />
  );
}

function moderatedWords(down: number, up: number): string {
  return [down > 0 && `${String(down)} lower`, up > 0 && `${String(up)} higher`].filter(Boolean).join(", ") || "0";
}
