import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { type DocumentAddress, documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { correctionsOf, noticeOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { CorrectionList } from "./correction-list.tsx";

/** Says above an old text that it is old, or above a withdrawn one why it was withdrawn. Nothing above the current one. */
export function StateBanner({ at, version, newest }: { at: DocumentAddress; version: PublishedVersion; newest: PublishedVersion }) {
  if (version.state === "withdrawn") {
    const notice = noticeOf(version, "withdrawn");
    return (
      <NotificationBanner titleText="Withdrawn" text={`This version was withdrawn on ${showDate(notice?.at ?? version.publishedAt)}. It no longer applies.`}>
        {notice?.reason && <p className="govuk-body">Reason: {notice.reason}</p>}
        <CorrectionList corrections={correctionsOf(version, "withdrawal-reason")} />
        <p className="govuk-body">It stays here so that people can see what was agreed. <a className="govuk-notification-banner__link" href={pathTo.document(at)}>See what applies now</a></p>
      </NotificationBanner>
    );
  }
  if (version.state !== "superseded") return null;
  return (
    <NotificationBanner titleText="Older version" text={`This is not the newest version. A newer version was published on ${showDate(replacedOn(version, newest))}.`}>
      <p className="govuk-body"><a className="govuk-notification-banner__link" href={pathTo.document(at)}>Read {documentWords(at.kind).the.replace("the ", "the current ")}</a></p>
    </NotificationBanner>
  );
}

function replacedOn(version: PublishedVersion, newest: PublishedVersion): string {
  return noticeOf(version, "superseded")?.at ?? newest.publishedAt;
}
