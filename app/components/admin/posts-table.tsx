import { Table, type TableRow } from "#app/components/govuk/table.tsx";
import { ActionLink } from "#app/components/people/post-lines.tsx";
import { TermLine } from "#app/components/people/term-lines.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import type { PeopleView, PostView } from "#app/domain/people/people-view.ts";

const columns = [{ label: "Post" }, { label: "Holder" }, { label: "What you can do" }];

/** Every post of a partnership with its holder, and a link to appoint the first: one table for each partner. */
export function PostsTable({ view }: { view: PeopleView }) {
  return (
    <>
      {view.seats.map((seat) => (
        <Table key={seat.id} caption={seat.body} columns={columns} rows={[seat.lead, ...(seat.delegate ? [seat.delegate] : [])].map(toRow)} />
      ))}
      <Table caption="The partnership as a whole" columns={columns} rows={view.others.map(toRow)} />
    </>
  );
}

function toRow(post: PostView): TableRow {
  const label = roleLabels[post.role];
  const appointing = post.actions.filter((action) => action.href.startsWith("/admin/"));
  return {
    key: post.postId,
    cells: [
      <span key="post">{label}{post.office !== label && <span className="muted govuk-!-display-block">{post.office}</span>}</span>,
      <span key="holder">
        {post.holder ? <TermLine term={post.holder} /> : "Vacant"}
        {post.next && <span className="govuk-!-display-block"><TermLine term={post.next} coming /></span>}
      </span>,
      appointing.length > 0 ? appointing.map((action) => <ActionLink key={action.href} action={action} />) : "Nothing",
    ],
  };
}
