import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { Verification } from "#app/domain/publication/checks.ts";
import { noticeOf, shortHash } from "#app/domain/publication/rules.ts";
import { publicationStateLabels } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { ChecksList } from "./checks-list.tsx";
import { Fingerprints } from "./fingerprints.tsx";
import { SignedStatements } from "./signed-statements.tsx";
import { WhatItProves } from "./what-it-proves.tsx";

const formats = { content: "the signed text", html: "the web page", pdf: "the PDF", file: "the document’s own file" } as const;

/** What a fingerprint belongs to, the checks on it step by step, and who signed. */
export function VerificationPage({ asked, verification }: { asked: string; verification: Verification }) {
  const { version, checks, partnership, title, signatures, format } = verification;
  const at = { slug: partnership.slug, kind: version.kind };
  const downloads = pathTo.verify(version.sha256.content);
  return (
    <>
      <h1 className="govuk-heading-l">What was signed, and the checks on it</h1>
      <Outcome verification={verification} />
      <SummaryList
        rows={[
          { key: "Fingerprint asked for", value: <><span className="hash hash--whole">{asked}</span><br />It is that of {formats[format]}.</> },
          { key: "Document", value: <a className="govuk-link" href={pathTo.version(at, version.number)}>{title ?? documentWords(version.kind).name}, version {version.number}</a> },
          { key: "Partnership", value: <a className="govuk-link" href={pathTo.partnership(partnership.slug)}>{partnership.name}</a> },
          { key: "Published", value: showDate(version.publishedAt) },
          { key: "State", value: publicationStateLabels[version.state] },
        ]}
      />
      {checks && (
        <>
          <h2 className="govuk-heading-m">The checks, made just now</h2>
          <ChecksList checks={checks} />
        </>
      )}
      <h2 className="govuk-heading-m">Who signed it</h2>
      <SignedStatements signatures={signatures} />
      {checks && (
        <>
          <WhatItProves />
          <h2 className="govuk-heading-m">Check it yourself</h2>
          <p className="govuk-body">Download the signed text and work out its SHA-256 with any tool. It must be the fingerprint on this page.</p>
          <ul className="govuk-list govuk-list--bullet">
            <li><a className="govuk-link" href={`${downloads}/content.json`} download>The signed text, byte for byte</a> (JSON)</li>
            <li><a className="govuk-link" href={`${downloads}/record.json`} download>The signatures and ledger entries</a> (JSON)</li>
            <li><a className="govuk-link" href={`${pathTo.version(at, version.number)}.pdf`}>The PDF</a></li>
            {version.sha256.file && <li><a className="govuk-link" href={`${pathTo.version(at, version.number)}/file.pdf`}>The document’s own file</a> (PDF)</li>}
          </ul>
          <p className="govuk-body">On a Mac or Linux: <code className="hash">shasum -a 256 content.json</code>. On Windows: <code className="hash">certutil -hashfile content.json SHA256</code>.</p>
        </>
      )}
      <Fingerprints sha256={version.sha256} />
      <FactsStrip
        facts={[
          { term: "Status", description: publicationStateLabels[version.state] },
          { term: "Version", description: String(version.number) },
          { term: "Published", description: showDate(version.publishedAt) },
          { term: "Owner", description: `The lead safeguarding partners of ${partnership.name}` },
          { term: "All updates", description: <a className="govuk-link" href={pathTo.versions(at)}>Every version and what changed</a> },
          { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(partnership.slug)}#subscribe`}>Be told of updates</a> },
          { term: "This page’s link", description: <a className="govuk-link" href={pathTo.verify(asked)}><span className="hash">/verify/<wbr />{shortHash(asked)}</span></a> },
        ]}
      />
    </>
  );
}

function Outcome({ verification: { checks, version } }: { verification: Verification }) {
  if (!checks) {
    const notice = noticeOf(version, "taken-down");
    const erased = noticeOf(version, "erased");
    return (
      <InsetText>
        This version was taken down for safety on {showDate(notice?.at ?? version.publishedAt)}.{notice?.reason && ` Reason: ${notice.reason}`} {erased ? `Its text was erased on ${showDate(erased.at)}.` : "Its text is not shown."} So the checks cannot be made here. That it was signed, by whom and when, still stands below.
      </InsetText>
    );
  }
  const failed = checks.filter((check) => !check.passed).length;
  if (failed > 0) return <p className="clock clock--late"><strong>{failed} of {checks.length} checks failed.</strong> Do not rely on this copy. Please tell the organisation that runs this site.</p>;
  return <p className="clock clock--done"><strong>All {checks.length} checks passed.</strong> This is what every partner signed.</p>;
}

export function UnknownFingerprint({ asked }: { asked: string }) {
  return (
    <>
      <h1 className="govuk-heading-l">No document has this fingerprint</h1>
      <p className="govuk-body">We looked for <span className="hash">{asked}</span>.</p>
      <p className="govuk-body">Nothing published here has it. Either:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>a character was mistyped or left out</li>
        <li>the file was changed, even by opening and saving it again</li>
        <li>the document was published somewhere else, or is not yet published</li>
      </ul>
      <p className="govuk-body"><a className="govuk-link" href="/verify">Check another fingerprint</a></p>
    </>
  );
}
