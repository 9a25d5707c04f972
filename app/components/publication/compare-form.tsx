import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { type DocumentAddress, documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PublishedVersion } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface CompareFormProps {
  at: DocumentAddress;
  /** Those that can be read, newest first. */
  versions: readonly Pick<PublishedVersion, "number" | "publishedAt">[];
  /** What was chosen for each list before, if anything. */
  chosen: readonly (number | null)[];
  problem: string | null;
}

/** Chooses any two versions: a GET form, which leads to the page of that comparison. */
export function CompareForm({ at, versions, chosen: [before, after], problem }: CompareFormProps) {
  const { the } = documentWords(at.kind);
  const items = versions.map(({ number, publishedAt }) => ({ value: String(number), text: `Version ${String(number)}, published ${showDate(publishedAt)}` }));
  return (
    <>
      {problem && <ErrorSummary errors={[{ text: problem, href: "#before" }]} />}
      <h1 className="govuk-heading-l">Compare two versions of {the}</h1>
      {items.length < 2 ? (
        <p className="govuk-body-l">There {items.length === 0 ? "is no version" : "is only one version"} that can be read, so there is nothing to compare. <a className="govuk-link" href={pathTo.versions(at)}>See all versions</a></p>
      ) : (
        <form method="get" action={pathTo.compare(at)}>
          <Select name="before" label="First version" items={items} defaultValue={String(before ?? versions[1]?.number)} error={problem ?? undefined} />
          <Select name="after" label="Second version" items={items} defaultValue={String(after ?? versions[0]?.number)} />
          <Button>Compare</Button>
        </form>
      )}
    </>
  );
}
