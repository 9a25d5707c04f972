import { Button } from "#app/components/govuk/button.tsx";
import { PortalPage, type PortalPageProps } from "#app/components/portal/portal-page.tsx";
import type { RegisterImport } from "#app/domain/agencies/import/import-view.ts";
import { registerSourceLabels } from "#app/domain/agencies/registers/vocabulary.ts";

import { agenciesPath } from "../paths.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { FileFacts } from "./file-facts.tsx";
import { ForgetForm } from "./forget-form.tsx";
import { ImportErrors } from "./import-errors.tsx";
import { ImportPreviewParts } from "./import-preview.tsx";
import { ImportResultView } from "./import-result.tsx";

interface ImportPageProps extends Pick<PortalPageProps, "frame" | "flash" | "errors"> {
  slug: string;
  file: RegisterImport;
  submissionKey: string;
}

/** The page of a file of a register: what is wrong with it, what it would do, or what it did. */
export function ImportPage({ slug, file, submissionKey, ...page }: ImportPageProps) {
  const { preview, result } = file;
  const to = (rest: string) => agenciesPath(slug, `import${rest}`);
  const back = result ? { href: agenciesPath(slug), text: "Back to the register" } : { href: to(""), text: "Choose another file" };
  const forget = <ForgetForm action={to(`/${file.id}/forget`)} submissionKey={submissionKey} />;
  return (
    <PortalPage {...page} current="agencies" back={back} caption={`${registerSourceLabels[file.source]}: ${file.fileName}`} title={titleOf(file)} wide>
      <FileFacts file={file} />
      {result && <ImportResultView slug={slug} result={result} undoAction={to(`/${file.id}/undo`)} submissionKey={submissionKey} />}
      {preview && <ImportErrors preview={preview} fileHref={to(`/${file.id}/problems.csv`)} againHref={to("")} own={file.source === "own"} />}
      {preview && !preview.blocked && <ImportPreviewParts slug={slug} preview={preview} />}
      {preview && !preview.blocked && !changesNothing(file) && <ConfirmForm preview={preview} action={to(`/${file.id}/confirm`)} submissionKey={submissionKey} />}
      {preview && !preview.blocked && changesNothing(file) && (
        <>
          <p className="govuk-body">Everything in this file is on record already. There is nothing to take in.</p>
          <Button href={agenciesPath(slug)} variant="secondary">Open the register</Button>
        </>
      )}
      {preview && forget}
    </PortalPage>
  );
}

function titleOf({ preview, result }: RegisterImport): string {
  if (result) return result.undone ? "This file was undone" : "The file is taken in";
  return preview?.blocked ? "The file needs putting right" : "Check before taking it in";
}

/** A public register is worth taking in even so: it says what is open in the area. */
function changesNothing({ source, preview }: RegisterImport): boolean {
  return source === "own" && preview !== null && preview.added.count + preview.changed.count + preview.closed.count === 0;
}
