import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { RegisterImport } from "#app/domain/agencies/import/import-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What the file was, how old, and why not every row of it counts. */
export function FileFacts({ file: { extractDate, counts, absent, source } }: { file: RegisterImport }) {
  const many = (count: number) => count.toLocaleString("en-GB");
  const left = [
    counts.outsideArea > 0 && `${many(counts.outsideArea)} ${source === "charity-commission" ? "are of charities that you did not ask for" : "are outside your areas"}`,
    counts.notOpen > 0 && `${many(counts.notOpen)} are closed or not open yet`,
    counts.skipped > 0 && `${many(counts.skipped)} are passed over: childminders, redacted names and rows without a number`,
    counts.duplicates > 0 && `${many(counts.duplicates)} repeat an earlier row`,
  ].filter((each) => each !== false);
  return (
    <>
      <p className="govuk-body">
        {extractDate ? `The register as it was on ${showDate(extractDate)}. ` : source === "own" ? "" : "The day this register was copied is not known. "}
        The file has {counts.rows === 1 ? "1 row" : `${many(counts.rows)} rows`}{left.length > 0 ? `. Of these ${left.join("; ")}.` : "."}
      </p>
      {absent.length > 0 && <InsetText>Columns that are not in the file and can be done without: {absent.join(", ")}.</InsetText>}
    </>
  );
}
