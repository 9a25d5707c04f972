import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import type { LetterView, ToldAgency } from "#app/domain/agencies/notices/notice-view.ts";
import { type NoticeState, noticeKindLabels, noticeStateLabels, noticeStatusLabels } from "#app/domain/agencies/notices/vocabulary.ts";
import { dayInLondon, showDate } from "#app/domain/shared/dates.ts";

import { agenciesPath } from "../paths.ts";

/** Named agencies, each with how far it is and the last letter to it. */
export function NoticesTable({ slug, agencies }: { slug: string; agencies: readonly ToldAgency[] }) {
  return (
    <Table
      caption="Named agencies"
      captionHidden
      columns={[{ label: "Agency" }, { label: "How far it is" }, { label: "Last letter" }, { label: "E-mail for notices" }]}
      rows={agencies.map((agency) => ({
        key: agency.id,
        cells: [
          <a className="govuk-link" key="agency" href={agenciesPath(slug, agency.id)}>{agency.legalName}</a>,
          <><NoticeStateTag state={agency.state} />{agency.acknowledgedOn && <span className="muted"><br />{showDate(agency.acknowledgedOn)}</span>}</>,
          agency.letter ? <LastLetter letter={agency.letter} /> : <span className="muted">None</span>,
          agency.contactEmail ? <EmailAddress address={agency.contactEmail} /> : agency.letter ? <EmailAddress address={agency.letter.sentTo} /> : <span className="muted">None</span>,
        ],
      }))}
    />
  );
}

/** What the last letter was, and what became of it. */
export function LastLetter({ letter: { kind, status, at, problem } }: { letter: LetterView }) {
  return <>{noticeKindLabels[kind]}<span className="muted"><br />{noticeStatusLabels[status]}, {showDate(dayInLondon(new Date(at)))}{problem && `: ${problemInWords(problem)}`}</span></>;
}

/** What the mail server said, "RCPT TO 550 5.1.1": which step it refused, and its code. */
function problemInWords(problem: string): string {
  const code = /\d.*$/.exec(problem)?.[0] ?? problem;
  if (/^RCPT TO 5/.test(problem)) return `the mail server refused the address (${code})`;
  if (/^DATA 5/.test(problem)) return `the mail server refused the letter (${code})`;
  return `no answer from the mail server (${problem})`;
}

const tones: Record<NoticeState, TagTone> = { acknowledged: "green", "came-back": "red", "on-its-way": "grey", told: "yellow", "to-tell": "yellow", "nobody-to-tell": "red" };

export function NoticeStateTag({ state }: { state: NoticeState }) {
  return <Tag text={noticeStateLabels[state]} tone={tones[state]} />;
}
