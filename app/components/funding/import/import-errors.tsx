import { ErrorsTable } from "#app/components/file-import/errors-table.tsx";
import { PartPages } from "#app/components/file-import/part-pages.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { importParts, type ImportPreview } from "#app/domain/funding/import/import-view.ts";


interface ImportErrorsProps {
  preview: ImportPreview;
  /** The person's own file, with what is wrong in each row. */
  fileHref: string;
  /** Where a corrected file is chosen. */
  againHref: string;
}

/** A file that cannot be taken in: everything that is wrong with its rows. */
export function ImportErrors({ preview, fileHref, againHref }: ImportErrorsProps) {
  const { errors, added, changed, unchanged } = preview;
  const right = added.count + changed.count + unchanged;
  return (
    <section aria-labelledby="errors">
      <p className="govuk-body-l">
        {errors.count === 1 ? "One thing is" : `${errors.count.toLocaleString("en-GB")} things are`} wrong with this file, so nothing of it is taken in. {right === 1 ? "One other row is" : `${right.toLocaleString("en-GB")} other rows are`} right.
      </p>
      <h2 className="govuk-heading-m" id="errors">What is wrong ({errors.count.toLocaleString("en-GB")})</h2>
      <ErrorsTable errors={errors.items} />
      <PartPages parts={preview} names={importParts} name="errors" what="what is wrong" />
      <p className="govuk-body"><a className="govuk-link" href={fileHref}>Download your file with a column that says what is wrong (CSV)</a>. Put the rows right in it; the column “problem” may stay.</p>
      <Button href={againHref}>Choose the corrected file</Button>
    </section>
  );
}
