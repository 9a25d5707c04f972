import { FundingPage, type FundingPageProps } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { Button } from "#app/components/govuk/button.tsx";
import type { FundingImport, ImportPreview } from "#app/domain/funding/import/import-view.ts";
import { fundingListWords } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";

import { ConfirmForm } from "./confirm-form.tsx";
import { ImportErrors } from "./import-errors.tsx";
import { ImportPreviewParts } from "./import-preview.tsx";
import { ImportResultView } from "./import-result.tsx";

interface ImportPageProps extends Pick<FundingPageProps, "frame" | "flash" | "errors"> {
  slug: string;
  file: FundingImport;
  submissionKey: string;
  /** The boxes that were ticked, when the form comes back. */
  ticked?: readonly string[];
}

/** The page of a file of lines: what is wrong with it, what it would do, or what it did. */
export function ImportPage({ slug, file, submissionKey, ticked = [], ...page }: ImportPageProps) {
  const { preview, result, list, year } = file;
  const to = (rest: string) => fundingPath(slug, year, `${list}/import${rest}`);
  const yearHref = fundingPath(slug, year);
  const back = result ? { href: yearHref, text: `Back to ${showYear(year)}` } : { href: to(""), text: "Choose another file" };
  return (
    <FundingPage {...page} back={back} caption={`${file.fileName}: ${fundingListWords[list].many}, ${showYear(year)}`} title={titleOf(file)} wide>
      {result && <ImportResultView result={result} undoAction={to(`/${file.id}/undo`)} submissionKey={submissionKey} yearHref={yearHref} />}
      {preview && preview.errors.count > 0 && <ImportErrors preview={preview} fileHref={to(`/${file.id}/problems.csv`)} againHref={to("")} />}
      {preview && preview.errors.count === 0 && <ImportPreviewParts list={list} preview={preview} />}
      {preview && preview.errors.count === 0 && !changesNothing(preview) && <ConfirmForm preview={preview} action={to(`/${file.id}/confirm`)} ticked={ticked} error={page.errors?.fields["repeated"]} submissionKey={submissionKey} asideHref={to("")} />}
      {preview && preview.errors.count === 0 && changesNothing(preview) && (
        <>
          <p className="govuk-body">Everything in this file is on record already. There is nothing to take in.</p>
          <Button href={yearHref} variant="secondary">Open the year</Button>
        </>
      )}
    </FundingPage>
  );
}

function titleOf({ preview, result }: FundingImport): string {
  if (result) return result.undone ? "This file was undone" : "The file is taken in";
  return preview && preview.errors.count > 0 ? "The file needs putting right" : "Check before taking it in";
}

function changesNothing({ added, changed, ended }: ImportPreview): boolean {
  return added.count + changed.count + ended.count === 0;
}
