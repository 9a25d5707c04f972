import { SeatCards } from "#app/components/facts/seat-cards.tsx";
import { postLines } from "#app/components/people/post-lines.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import type { PostView, SeatView } from "#app/domain/people/people-view.ts";

/** One card for each statutory partner: its lead and its delegate. */
export function Cards({ seats }: { seats: readonly SeatView[] }) {
  return (
    <SeatCards
      seats={seats.map((seat) => ({
        body: seat.body,
        state: seat.lead.holder ? undefined : "vacant",
        lines: [
          ...postLines(seat.lead, `Lead safeguarding partner: ${seat.lead.office}`),
          ...(seat.delegate ? postLines(seat.delegate, delegateHeading(seat.delegate)) : []),
        ],
      }))}
    />
  );
}

function delegateHeading({ office }: PostView): string {
  return office === roleLabels.dsp ? office : `${roleLabels.dsp}: ${office}`;
}

/** The posts of the partnership as a whole. */
export function OtherPosts({ posts }: { posts: readonly PostView[] }) {
  return (
    <SeatCards
      seats={posts.map((post) => {
        const label = roleLabels[post.role];
        return { body: label, state: post.holder ? undefined : "vacant", lines: postLines(post, post.office === label ? null : post.office) };
      })}
    />
  );
}
