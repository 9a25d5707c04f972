import { delegationLines } from "#app/components/people/delegation-lines.tsx";
import { termsLines } from "#app/components/people/terms-lines.tsx";
import { showDate } from "#app/domain/shared/dates.ts";
import type { PublicPost } from "#app/domain/publication/record.ts";
import { withheldName } from "#app/domain/publication/vocabulary.ts";

export interface PostHolderProps {
  post: PublicPost;
  /** What stands above it: an office of the same name is not said twice. */
  title?: string;
  /** Says what is delegated and on what terms, too. That a chair is independent, and why, is always said. */
  detail?: boolean;
  /** The day it is about, when that is not today. */
  day?: string | null;
}

/** Who holds an office, in words: name, office, since when; acting and vacant said plainly. */
export function PostHolder({ post, title, detail = false, day = null }: PostHolderProps) {
  if (!post.holder) {
    return (
      <>
        <p><strong>Vacant</strong></p>
        <p>{post.office === title ? "Nobody" : `${post.office}: nobody`} {day ? `on ${showDate(day)}` : "holds this post at the moment"}.</p>
      </>
    );
  }
  const { name, since, until, acting, delegation, terms } = post.holder;
  const lines = [...(detail && delegation ? delegationLines(delegation) : []), ...(terms ? termsLines(detail ? terms : { ...nothing, independentReason: terms.independentReason }) : [])];
  return (
    <>
      <p><strong>{name ?? withheldName}</strong></p>
      {acting && <p>Acting {lowerFirst(post.office)}</p>}
      {!acting && post.office !== title && <p>{post.office}</p>}
      <p className="muted">Since {showDate(since)}{detail && until && `, until the start of ${showDate(until)}`}</p>
      {lines.map((line, at) => <p key={at}>{line}</p>)}
    </>
  );
}

const nothing = { reviewOn: null, appointingBody: null, termEndsOn: null, interests: null };

/** "Chief Executive" stays as the organisation writes it; only a plain first capital gives way after "Acting". */
function lowerFirst(office: string): string {
  return /^[A-Z][a-z]+(?: [a-z]|$)/.test(office) ? office.charAt(0).toLowerCase() + office.slice(1) : office;
}
