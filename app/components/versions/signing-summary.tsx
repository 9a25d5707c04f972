import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Fingerprint } from "#app/components/versions/fingerprint.tsx";
import { FileLink } from "#app/components/versions/file-link.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { Reviewed } from "#app/components/versions/reviewed.tsx";
import { countOf } from "#app/domain/documents/version-state.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showShare } from "#app/domain/funding/rules.ts";
import type { SigningFigures } from "#app/domain/funding/signed-budget.ts";
import { showMoney } from "#app/domain/shared/money.ts";

export interface SigningSummaryProps {
  at: DocumentAddress;
  version: VersionView;
  changes: { since: number; sections: number; facts: number } | null;
  words: number;
  /** Whether a page for children and young people is part of it. */
  forYoungPeople: boolean;
  /** Of a budget: what the partner gives, and how the year adds up. */
  figures: SigningFigures | null;
}

/** What a lead safeguarding partner needs to know before signing. */
export function SigningSummary({ at, version, changes, words, forYoungPeople, figures }: SigningSummaryProps) {
  const signed = version.seats.filter((seat) => seat.signature).map((seat) => seat.organisation);
  return (
    <SummaryList
      rows={[
        ...(figures ? figureRows(figures) : []),
        { key: changes ? `What changed since version ${String(changes.since)}` : "What changed", value: <Changes at={at} version={version} changes={changes} /> },
        { key: "Reviewed", value: <Reviewed version={version} /> },
        { key: "Signed so far", value: signed.length === 0 ? "Nobody yet" : signed.join(", ") },
        {
          key: "Read it",
          value: (
            <>
              {version.file && <><FileLink at={at} number={version.number} file={version.file} />, which is part of what you sign<br /></>}
              <a className="govuk-link" href={versionPath(at, version.number, "text")}>{version.file ? "What stands beside it" : "Full text"}</a> ({words.toLocaleString("en-GB")} words{forYoungPeople && ", with a page for children and young people as its last part"}) · <a className="govuk-link" href={versionPath(at, version.number, "document.pdf")}>PDF</a>
            </>
          ),
        },
        { key: "Fingerprint", value: <Fingerprint sha256={version.contentSha256} /> },
        ...(version.file ? [{ key: "Fingerprint of the PDF you sign", value: <Fingerprint sha256={version.file.sha256} /> }] : []),
      ]}
    />
  );
}

function figureRows({ given, cash, broughtForward, spending, carriedForward }: SigningFigures) {
  const share = cash > 0 && given > 0 ? `, ${showShare(Math.round((given * 1000) / cash))} of the ${showMoney(cash)} that all give` : "";
  return [
    { key: "Your organisation gives", value: given === 0 ? "Nothing in cash" : `${showMoney(given)} in cash${share}` },
    { key: "The year", value: `${showMoney(cash)} in cash and ${showMoney(broughtForward)} brought forward, less ${showMoney(spending)} of spending: ${showMoney(carriedForward)} is carried forward` },
  ];
}

function Changes({ at, version, changes }: Pick<SigningSummaryProps, "at" | "version" | "changes">) {
  if (!changes) return <>{version.comparedWith === null ? "This is the first version" : (version.changeNote ?? "Not stated")}</>;
  const counted = [changes.sections > 0 && countOf(changes.sections, "section"), changes.facts > 0 && countOf(changes.facts, "date, name or gap", "dates, names or gaps")].filter(Boolean);
  return (
    <>
      {counted.length === 0 ? "Nothing" : counted.join(" and ")}
      {counted.length > 0 && <>, <a className="govuk-link" href={versionPath(at, version.number, "changes")}>see the differences</a></>}
      {version.changeNote && <p className="govuk-body govuk-!-margin-top-1">{version.changeNote}</p>}
    </>
  );
}
