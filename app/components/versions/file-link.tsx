import { versionPath } from "#app/components/versions/paths.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";

/** The PDF made elsewhere that is part of a version, by its name. */
export function FileLink({ at, number, file }: { at: DocumentAddress; number: number; file: NonNullable<VersionView["file"]> }) {
  return <><a className="govuk-link" href={versionPath(at, number, "file.pdf")}>{file.name}</a> (PDF, {showExtent(file)})</>;
}
