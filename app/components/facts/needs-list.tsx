import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";

export interface Need {
  /** Verb first: "Sign the arrangements, version 3". */
  text: string;
  /** Where it waits, for those who hear the link alone among others of the same words. */
  place?: string;
  href: string;
  about?: string;
  due?: { text: string; tone?: TagTone };
}

/** What waits for the person, by due date. */
export function NeedsList({ needs }: { needs: readonly Need[] }) {
  return (
    <ul className="needs">
      {needs.map((need) => (
        <li key={`${need.href} ${need.text}`}>
          <div>
            <a className="govuk-link" href={need.href}>{need.text}{need.place && <span className="govuk-visually-hidden">, {need.place}</span>}</a>
            {need.about && <p>{need.about}</p>}
          </div>
          {need.due && <Tag text={need.due.text} tone={need.due.tone} />}
        </li>
      ))}
    </ul>
  );
}
