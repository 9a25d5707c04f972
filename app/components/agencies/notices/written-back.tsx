import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { NoticeLink } from "#app/domain/agencies/notices/notice-link.ts";
import { type ReplyKind, replyKindLabels, replyOutcomeLabels } from "#app/domain/agencies/notices/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Where each kind of answer is written, under the path of the link. */
export const replyPaths: Record<ReplyKind, string> = { details: "correct", closed: "not-us", "not-us": "not-us", account: "account" };

/** What was written by this link before, and how it stands. */
export function WrittenBack({ replies }: { replies: NoticeLink["replies"] }) {
  const shown = replies.filter((reply) => reply.outcome !== "overtaken");
  if (shown.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body"><strong>What you wrote to the partnership</strong></p>
      <ul className="govuk-list">
        {shown.map(({ kind, on, outcome }) => (
          <li key={`${kind}${on}${outcome ?? ""}`}>{replyKindLabels[kind]}, {showDate(on)}: {outcome ? replyOutcomeLabels[outcome].toLowerCase() : "somebody will decide, and write to you"}</li>
        ))}
      </ul>
    </InsetText>
  );
}
