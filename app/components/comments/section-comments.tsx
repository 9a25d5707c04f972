import { CommentThread } from "#app/components/comments/comment-thread.tsx";
import { sectionCommentsPath } from "#app/components/comments/paths.ts";
import type { CommentView } from "#app/domain/documents/comments/comment-view.ts";
import { openComments } from "#app/domain/documents/comments/rules.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

interface SectionCommentsProps {
  at: DocumentAddress;
  sectionId: string;
  comments: readonly CommentView[];
}

/** The open comments on one section, beside or below its text. */
export function SectionComments({ at, sectionId, comments }: SectionCommentsProps) {
  const open = comments.filter((comment) => !comment.resolved);
  const resolved = comments.length - open.length;
  const path = sectionCommentsPath(at, sectionId);
  return (
    <section aria-labelledby="comments-title">
      <h2 className="govuk-heading-m" id="comments-title">{open.length === 0 ? "No open comments" : openComments(open.length)}</h2>
      {open.map((comment) => <CommentThread key={comment.id} at={at} comment={comment} level={3} />)}
      <p className="govuk-body-s">
        <a className="govuk-link" href={`${path}#new`}>Comment on this section</a>
        {resolved > 0 && <> · <a className="govuk-link" href={path}>{resolved === 1 ? "1 resolved comment" : `${String(resolved)} resolved comments`}</a></>}
      </p>
    </section>
  );
}
