import { ErrorsTable } from "#app/components/file-import/errors-table.tsx";
import { PartPages } from "#app/components/file-import/part-pages.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { importParts, type ImportPreview } from "#app/domain/agencies/import/import-view.ts";

interface ImportErrorsProps {
  preview: ImportPreview;
  fileHref: string;
  /** Where a corrected file is chosen. */
  againHref: string;
  /** Whether the file is the partnership's own, which can be put right. */
  own: boolean;
}

/** What is wrong with rows: it keeps the partnership's own file out, and only those rows of a public register. */
export function ImportErrors({ preview, fileHref, againHref, own }: ImportErrorsProps) {
  const { errors } = preview;
  if (errors.count === 0) return null;
  const many = errors.count === 1 ? "One thing is" : `${errors.count.toLocaleString("en-GB")} things are`;
  return (
    <section className="section" aria-labelledby="errors">
      <h2 className="govuk-heading-m" id="errors">What is wrong ({errors.count.toLocaleString("en-GB")})</h2>
      <p className="govuk-body">{many} wrong with this file, {own ? "so nothing of it is taken in." : "and these rows are left out. The others can be taken in."}</p>
      <ErrorsTable errors={errors.items} />
      <PartPages parts={preview} names={importParts} name="errors" what="what is wrong" />
      <p className="govuk-body"><a className="govuk-link" href={fileHref}>{own ? "Download your file with a column that says what is wrong (CSV)" : "Download what is wrong (CSV)"}</a>.{own && " Put the rows right in it; the column “problem” may stay."}</p>
      {own && <Button href={againHref}>Choose the corrected file</Button>}
    </section>
  );
}
