import type { PublicPost } from "#app/domain/publication/record.ts";
import { withheldName } from "#app/domain/publication/vocabulary.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

/** Name and office in a cell; acting, vacant and withheld said in words. @param title what the row says already: an office of that name is not said twice */
export function OfficeLine({ post, title }: { post: PublicPost | null; title: string }) {
  if (!post) return <>Nobody is named</>;
  const office = post.office === title ? null : post.office;
  if (!post.holder) return <><strong>Vacant</strong>{office && <div className="muted">{office}</div>}</>;
  const { name, acting } = post.holder;
  const said = [acting && "acting", office].filter(Boolean).join(" ");
  return (
    <>
      {name ?? withheldName}
      {said && <div className="muted">{capitalised(said)}</div>}
    </>
  );
}
