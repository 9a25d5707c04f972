export interface FilterTag {
  text: string;
  /** The same list without this filter. */
  href: string;
}

/** What narrows a list now, each with a link that takes it away. Empty tags are left out. */
export function FilterTags({ tags }: { tags: readonly (FilterTag | null | false | "")[] }) {
  const shown = tags.filter((tag): tag is FilterTag => Boolean(tag));
  if (shown.length === 0) return null;
  return (
    <ul className="filters">
      {shown.map(({ text, href }) => (
        <li key={text}><a className="govuk-link" href={href}><span className="govuk-visually-hidden">Remove </span>{text} <span aria-hidden="true">✕</span></a></li>
      ))}
    </ul>
  );
}
