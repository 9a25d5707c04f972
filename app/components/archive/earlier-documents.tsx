import { ClockLine } from "#app/components/facts/clock-line.tsx";

import { archivePath } from "./paths.ts";

/** Where the list of what was published before this site was used stands. */
export function EarlierDocuments({ slug, count }: { slug: string; count: number }) {
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1"><a className="govuk-link" href={archivePath(slug)}>Earlier documents</a></h3>
      <ClockLine {...(count > 0 ? { state: "done" } : {})}>{count === 0 ? "None listed from before this site was used" : `${String(count)} listed from before this site was used`}</ClockLine>
    </>
  );
}
