import type { ReactNode } from "react";

import { Table, type TableRow } from "#app/components/govuk/table.tsx";
import { ActionLink } from "#app/components/people/post-lines.tsx";
import { TermLine } from "#app/components/people/term-lines.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import type { PeopleView, PostView } from "#app/domain/people/people-view.ts";

/** Every post of a partnership with its holder, or a link to appoint the first. */
export function PostsTable({ view }: { view: PeopleView }) {
  const seats = view.seats.flatMap((seat) => [seat.lead, ...(seat.delegate ? [seat.delegate] : [])].map((post) => toRow(post, seat.body)));
  return <Table caption="Posts" captionSize="m" columns={[{ label: "Post" }, { label: "Holder" }]} rows={[...seats, ...view.others.map((post) => toRow(post, null))]} />;
}

function toRow(post: PostView, body: string | null): TableRow {
  const label = roleLabels[post.role];
  const details = [body ? label : null, post.office === label ? null : post.office].filter(Boolean).join(": ");
  return {
    key: post.postId,
    cells: [
      <div key="post">{body ?? label}{details && <div className="muted">{details}</div>}</div>,
      <div key="holder">
        {post.holder ? <TermLine term={post.holder} /> : <Vacancy post={post} />}
        {post.next && <div><TermLine term={post.next} coming /></div>}
      </div>,
    ],
  };
}

/** Who fills a post that is not, or no longer, an administrator's to fill. */
const whoFills: Record<PostView["role"], string> = {
  lsp: "Held before: its own body and another lead agree on the next",
  dsp: "Its own lead appoints",
  chair: "The leads agree on one",
  scrutineer: "The leads agree on one",
  "business-manager": "Held before: a lead appoints the next",
  "agency-contact": "Named by the partnership",
  "education-representative": "Named by the partnership",
};

function Vacancy({ post }: { post: PostView }): ReactNode {
  const appointing = post.actions.filter((action) => action.href.startsWith("/admin/"));
  return (
    <>
      <strong>Vacant</strong>
      {appointing.map((action) => <div key={action.href}><ActionLink action={action} /></div>)}
      {appointing.length === 0 && !post.next && <div className="muted">{whoFills[post.role]}</div>}
    </>
  );
}
