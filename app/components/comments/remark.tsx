import { remarkPath } from "#app/components/comments/paths.ts";
import type { RemarkView } from "#app/domain/documents/comments/comment-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { joinNames } from "#app/domain/documents/version-state.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

/** One thing said: who, when, for whom, the words. */
export function Remark({ at, commentId, remark }: { at: DocumentAddress; commentId: string; remark: RemarkView }) {
  const { text, by, saidAt, correctedAt, withdrawnAt, addressedTo, mine, found } = remark;
  return (
    <div className="remark">
      <p className="remark__by">
        <strong>{by}</strong>{addressedTo.length > 0 && ` to ${joinNames(addressedTo)}`}, <span className="muted">{showMoment(saidAt)}{correctedAt && !withdrawnAt && ", put right since"}</span>
      </p>
      {text === null ? <p className="muted">{by} took this back{withdrawnAt && ` on ${showMoment(withdrawnAt)}`}.</p> : <p className="lines">{text}</p>}
      {found.length > 0 && <p className="remark__warning">This may hold a {found.join(", and a ")}. Nothing about one child or family may be written here.</p>}
      {mine && text !== null && (
        <p><a className="govuk-link" href={remarkPath(at, commentId, remark.id)}>Correct or take back<span className="govuk-visually-hidden"> what you said on {showMoment(saidAt)}</span></a></p>
      )}
    </div>
  );
}
