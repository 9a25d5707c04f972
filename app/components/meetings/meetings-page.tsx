import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import type { ListedMeeting } from "#app/domain/meetings/meeting-view.ts";
import { type MeetingKind, meetingKindPlurals, meetingKinds } from "#app/domain/meetings/vocabulary.ts";

import { MeetingsNav } from "./meetings-nav.tsx";
import { ComingMeetings, PastMeetings } from "./meetings-tables.tsx";
import { meetingsPath } from "./paths.ts";

interface MeetingsPageProps {
  slug: string;
  kind: MeetingKind | null;
  coming: readonly ListedMeeting[];
  past: readonly ListedMeeting[];
  pastCount: number;
  page: number;
  pages: number;
  mayRecord: boolean;
}

/** The meetings of a partnership: what comes, and what was. */
export function MeetingsPage({ slug, kind, coming, past, pastCount, page, pages, mayRecord }: MeetingsPageProps) {
  const path = meetingsPath(slug);
  const numbers = pageNumbers(page, pages, (at) => `${path}?${new URLSearchParams({ ...(kind ? { kind } : {}), ...(at > 1 ? { page: String(at) } : {}) }).toString()}`);
  return (
    <>
      <MeetingsNav slug={slug} current="meetings" />
      <p className="govuk-body-l">{sentence(coming.length, pastCount)}</p>
      {mayRecord && <Button href={meetingsPath(slug, "new")}>Plan a meeting</Button>}
      <KindFilter slug={slug} kind={kind} />
      <FilterTags tags={[kind && { text: meetingKindPlurals[kind], href: path }]} />
      {coming.length === 0 && past.length === 0 && <NothingYet filtered={kind !== null} mayRecord={mayRecord} />}
      {coming.length > 0 && <ComingMeetings slug={slug} meetings={coming} />}
      {past.length > 0 && <PastMeetings slug={slug} meetings={past} />}
      {numbers && <Pagination {...numbers} />}
    </>
  );
}

function sentence(coming: number, past: number): string {
  return `${coming === 0 ? "No meeting is" : coming === 1 ? "1 meeting is" : `${String(coming)} meetings are`} still to come, and ${past.toLocaleString("en-GB")} ${past === 1 ? "is" : "are"} over.`;
}

function KindFilter({ slug, kind }: { slug: string; kind: MeetingKind | null }) {
  return (
    <form method="get" action={meetingsPath(slug)} className="search">
      <div className="search__row">
        <Select name="kind" label="Whose meetings" defaultValue={kind ?? ""} items={[{ value: "", text: "All" }, ...meetingKinds.map((each) => ({ value: each, text: meetingKindPlurals[each] }))]} />
      </div>
      <Button variant="secondary">Show them</Button>
    </form>
  );
}

function NothingYet({ filtered, mayRecord }: { filtered: boolean; mayRecord: boolean }) {
  if (filtered) return <p className="govuk-body">There is none of this kind.</p>;
  return <p className="govuk-body">Here stand the meetings of the lead and of the delegated safeguarding partners and of their sub-groups: when they are, what is on the agenda, who came and whether there was a quorum.{!mayRecord && " The business manager, the chair and the delegated safeguarding partners plan them."}</p>;
}
