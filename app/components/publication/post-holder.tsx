import { showDate } from "#app/domain/shared/dates.ts";
import type { PublicPost } from "#app/domain/publication/record.ts";
import { withheldName } from "#app/domain/publication/vocabulary.ts";

/** Who holds an office, in words: name, office, since when; acting and vacant said plainly. */
export function PostHolder({ post, title }: { post: PublicPost; /** What stands above it: an office of the same name is not said twice. */ title?: string }) {
  if (!post.holder) {
    return (
      <>
        <p><strong>Vacant</strong></p>
        <p>{post.office === title ? "Nobody" : `${post.office}: nobody`} holds this post at the moment.</p>
      </>
    );
  }
  const { name, since, acting } = post.holder;
  return (
    <>
      <p><strong>{name ?? withheldName}</strong></p>
      {acting && <p>Acting {lowerFirst(post.office)}</p>}
      {!acting && post.office !== title && <p>{post.office}</p>}
      <p className="muted">Since {showDate(since)}</p>
    </>
  );
}

/** "Chief Executive" stays as the organisation writes it; only a plain first capital gives way after "Acting". */
function lowerFirst(office: string): string {
  return /^[A-Z][a-z]+(?: [a-z]|$)/.test(office) ? office.charAt(0).toLowerCase() + office.slice(1) : office;
}
