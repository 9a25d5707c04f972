import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { ActionLink, vacancyMeaning } from "#app/components/people/post-lines.tsx";
import { TermLine } from "#app/components/people/term-lines.tsx";
import type { RepresentativeView } from "#app/domain/people/people-view.ts";
import { educationLevelLabels } from "#app/domain/people/vocabulary.ts";

/** Who speaks for relevant agencies and for education. */
export function Representatives({ slug, representatives, mayAdd }: { slug: string; representatives: readonly RepresentativeView[]; mayAdd: boolean }) {
  return (
    <section aria-labelledby="representatives">
      <h2 className="govuk-heading-m" id="representatives">Agencies and education ({representatives.length})</h2>
      {representatives.length === 0 ? (
        <p className="govuk-body">Nobody is named yet who speaks for a relevant agency or for education. The chair, a lead or the business manager names them.</p>
      ) : (
        <Table
          caption="Contacts of relevant agencies and education representatives"
          captionHidden
          columns={[{ label: "Speaks for" }, { label: "As" }, { label: "Who" }]}
          rows={representatives.map((post) => ({ key: post.postId, cells: [post.body, as(post), <Who key="who" post={post} />] }))}
        />
      )}
      {mayAdd && <Button href={`/portal/${slug}/people/representatives/new`} variant="secondary">Name a representative</Button>}
    </section>
  );
}

function as({ role, level, office }: RepresentativeView): string {
  return role === "agency-contact" ? `Relevant agency: ${office}` : `Education, ${level ? educationLevelLabels[level].toLowerCase() : "level not recorded"}: ${office}`;
}

function Who({ post }: { post: RepresentativeView }) {
  return (
    <>
      <div>{post.holder ? <TermLine term={post.holder} /> : <strong>{vacancyMeaning[post.role]}</strong>}</div>
      {post.next && <div><TermLine term={post.next} coming /></div>}
      {post.actions.map((action) => <div key={action.href}><ActionLink action={action} /></div>)}
    </>
  );
}
