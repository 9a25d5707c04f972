import { Details } from "#app/components/govuk/details.tsx";

/** The ways to change who the statutory partners are. */
export function ChangePartners({ slug, seats }: { slug: string; seats: readonly { id: string; body: string }[] }) {
  const partners = `/portal/${slug}/people/partners`;
  return (
    <Details summaryText="Add or end a statutory partner">
      <p>The leads of two bodies agree, and the reason is published.</p>
      <ul className="govuk-list">
        <li><a className="govuk-link" href={`${partners}/add`}>Propose a further statutory partner</a></li>
        {seats.map(({ id, body }) => (
          <li key={id}><a className="govuk-link" href={`${partners}/${id}/end`}>Propose the end of {body} as a partner</a></li>
        ))}
      </ul>
    </Details>
  );
}
