import { commentPath } from "#app/components/comments/paths.ts";
import { Remark } from "#app/components/comments/remark.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { CommentView } from "#app/domain/documents/comments/comment-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

interface CommentThreadProps {
  at: DocumentAddress;
  comment: CommentView;
  /** The level of its heading. Without one the page's own heading says whose it is. */
  level?: 3 | 4;
  /** Whether to lead to the page where one replies. */
  link?: boolean;
}

/** A comment with everything said in its thread, whether the text changed since, and whether it is resolved. */
export function CommentThread({ at, comment, level, link = true }: CommentThreadProps) {
  const { id, openedBy, changedSince, resolved, remarks } = comment;
  const Heading = level === 4 ? "h4" : "h3";
  return (
    <article className="comment" id={`comment-${id}`}>
      {level && <Heading className="govuk-visually-hidden">Comment by {openedBy}</Heading>}
      {resolved ? <p><Tag text="Resolved" tone="green" /> <span className="muted">by {resolved.by}, {showMoment(resolved.at)}</span></p> : <p><Tag text="Open" tone="yellow" /></p>}
      {remarks.map((remark) => <Remark key={remark.id} at={at} commentId={id} remark={remark} />)}
      {changedSince && <p className="muted">The section was changed after this comment was made, last by {changedSince.by ?? "somebody who has left"} on {showMoment(changedSince.at)}.</p>}
      {link && (
        <p><a className="govuk-link" href={commentPath(at, id)}>{resolved ? "Open this comment" : comment.mayResolve ? "Reply or resolve" : "Reply"}<span className="govuk-visually-hidden"> to the comment by {openedBy}</span></a></p>
      )}
    </article>
  );
}
