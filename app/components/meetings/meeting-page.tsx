import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { WholeMeeting } from "#app/domain/meetings/meeting-view.ts";
import { actsOn, type MeetingAct } from "#app/domain/meetings/rules.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

import { AgendaList } from "./agenda-list.tsx";
import { AttendanceTable, QuorumLine } from "./attendance-table.tsx";
import { MeetingStateTag } from "./meeting-state-tag.tsx";
import { MeetingShares } from "./meeting-shares.tsx";
import { showTimes } from "./times.ts";

interface MeetingPageProps extends WholeMeeting {
  here: string;
  now: string;
  mayRecord: boolean;
  /** Hidden keys of the forms of its items, by item. */
  keys: Readonly<Record<string, string>>;
}

/** One meeting: when and where, what is on the agenda, who came, and with whom it is shared. */
export function MeetingPage({ here, now, mayRecord, keys, ...whole }: MeetingPageProps) {
  const { meeting, moves, items, shares, attendance, quorum, approving } = whole;
  const begun = meeting.startsAt <= now;
  const acts = mayRecord && meeting.share === null ? actsOn(meeting, now) : [];
  if (meeting.share === "proposed") return <Proposed here={here} meeting={meeting} mayRecord={mayRecord} />;
  return (
    <>
      <p className="govuk-body"><MeetingStateTag meeting={meeting} /></p>
      {meeting.cancelledReason && <InsetText><strong>Cancelled:</strong> <span className="lines">{meeting.cancelledReason}</span></InsetText>}
      <Acts here={here} acts={acts} recorded={meeting.attendanceRevision > 0} />
      <Facts meeting={meeting} moves={moves} approved={approving && { href: here.replace(meeting.id, approving.id), on: approving.startsAt }} />
      <p className="govuk-body"><a className="govuk-link" href={`${here}.ics`}>Put it in your calendar (ICS)</a>, or <a className="govuk-link" href="/account/calendar">have all your meetings there</a>.</p>
      <h2 className="govuk-heading-m" id="agenda">{items.some((item) => item.minutes.texts > 0) ? "Agenda and minutes" : "Agenda"}</h2>
      {items.length === 0 ? <p className="govuk-body">Nothing is on the agenda yet.</p> : <AgendaList here={here} items={items} acts={acts} keys={keys} />}
      {acts.includes("agenda") && <Button href={`${here}/agenda/new`} variant="secondary">Add an item</Button>}
      <h2 className="govuk-heading-m" id="attendance">{begun ? "Who came" : "Who must be there"}</h2>
      {meeting.state === "cancelled" ? <p className="govuk-body">It was not held.</p> : quorum.map((each) => <QuorumLine key={each.partnershipId} quorum={each} several={quorum.length > 1} begun={begun} />)}
      {quorum.map(({ partnershipId, partnership }) => {
        const theirs = attendance.filter((each) => each.ofPartnershipId === partnershipId);
        return theirs.length > 0 ? <AttendanceTable key={partnershipId} caption={partnership} attendance={theirs} /> : null;
      })}
      <MeetingShares here={here} host={meeting.host.name} shares={shares} mayChange={acts.includes("share")} />
    </>
  );
}

const labels: Partial<Record<MeetingAct, { text: string; path: string }>> = {
  approve: { text: "Record that the minutes were approved", path: "approve" },
  change: { text: "Change place or name", path: "change" },
  move: { text: "Move it", path: "move" },
  cancel: { text: "Cancel it", path: "cancel" },
};

function Acts({ here, acts, recorded }: { here: string; acts: readonly MeetingAct[]; recorded: boolean }) {
  if (acts.length === 0) return null;
  return (
    <ButtonGroup>
      {acts.includes("attendance") && <Button href={`${here}/attendance`} variant={recorded ? "secondary" : undefined}>{recorded ? "Correct who came" : "Record who came"}</Button>}
      {acts.flatMap((act) => {
        const label = labels[act];
        return label ? [<Button key={act} href={`${here}/${label.path}`} variant="secondary">{label.text}</Button>] : [];
      })}
    </ButtonGroup>
  );
}

function Facts({ meeting, moves, approved = null }: Pick<WholeMeeting, "meeting" | "moves"> & { approved?: { href: string; on: string } | null }) {
  return (
    <SummaryList
      rows={[
        { key: "When", value: showTimes(meeting) },
        { key: "Where", value: meeting.place },
        { key: "Hosted by", value: meeting.host.name },
        ...(approved ? [{ key: "Minutes", value: <>Approved at <a className="govuk-link" href={approved.href}>the meeting of {showDate(approved.on)}</a></> }] : []),
        ...(moves.length > 0 ? [{ key: "At first", value: showMoment(meeting.firstStartsAt) }] : []),
        ...moves.map(({ from, to, reason, office, movedAt }) => ({ key: "Moved", value: <>From {showMoment(from)} to {showMoment(to)}<br /><span className="lines">{reason}</span><span className="muted"><br />{office}, {showDate(movedAt)}</span></> })),
      ]}
    />
  );
}

/** What a partnership sees of a meeting that another proposes to it: when, where and whose. */
function Proposed({ here, meeting, mayRecord }: Pick<MeetingPageProps, "here" | "meeting" | "mayRecord">) {
  return (
    <>
      <p className="govuk-body"><MeetingStateTag meeting={meeting} /></p>
      <p className="govuk-body-l">{meeting.host.name} proposes that this is a meeting of both partnerships.</p>
      <Facts meeting={meeting} moves={[]} />
      <p className="govuk-body">Once it is accepted you see its agenda and who came, and your partners are on the list. The host keeps the record.</p>
      {mayRecord ? (
        <ButtonGroup>
          <Button href={`${here}/accept`}>Accept it</Button>
          <Button href={`${here}/decline`} variant="secondary">Decline it</Button>
        </ButtonGroup>
      ) : <p className="govuk-body">The business manager, the chair or a delegated safeguarding partner answers.</p>}
    </>
  );
}
