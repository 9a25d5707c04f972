import { classNames } from "#app/components/govuk/class-names.ts";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { partnerKindLabels } from "#app/domain/documents/vocabulary.ts";
import type { DirectoryFacts, PublicPost } from "#app/domain/publication/record.ts";

import { PostHolder, type PostHolderProps } from "./post-holder.tsx";

type How = Pick<PostHolderProps, "detail" | "day">;

/** One card for each statutory partner: who leads, and to whom the daily work is delegated. */
export function AccountablePartners({ seats, ...how }: { seats: DirectoryFacts["seats"] } & How) {
  return (
    <ul className="seats">
      {seats.map((seat) => (
        <li key={seat.id} className={classNames("seat", !seat.lead.holder && "seat--vacant")}>
          <h3>{seat.organisation}</h3>
          <p className="muted">{partnerKindLabels[seat.kind]}</p>
          <div className="seat__post">
            <h4>{roleLabels.lsp}</h4>
            <PostHolder post={seat.lead} title={roleLabels.lsp} {...how} />
          </div>
          <div className="seat__post">
            <h4>{roleLabels.dsp}</h4>
            {seat.delegate ? <PostHolder post={seat.delegate} title={roleLabels.dsp} {...how} /> : <p>Nobody is named.</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The partnership's own posts, beside those of its partners. */
export function PartnershipPosts({ chair, scrutineer, ...how }: { chair: PublicPost | null; scrutineer: PublicPost | null } & How) {
  const posts = [
    { title: "Partnership chair", post: chair, what: "Chairs the delegated partners’ meetings and takes problems to the leaders." },
    { title: "Independent scrutineer", post: scrutineer, what: "Led by no one partner. Checks how well they work, and says so openly." },
  ];
  return (
    <ul className="seats">
      {posts.map(({ title, post, what }) => (
        <li key={title} className={classNames("seat", !post?.holder && "seat--vacant")}>
          <h3>{title}</h3>
          {post ? <PostHolder post={post} title={title} {...how} /> : <p>Nobody is named.</p>}
          <p className="muted">{what}</p>
        </li>
      ))}
    </ul>
  );
}
