export interface ReadySignIn {
  personId: string;
  name: string;
  role: string;
  /** "Chief Executive, Northmoor Council" */
  office: string;
}

export interface DemoSignInsProps {
  /** The partnership, or what these people have in common. */
  heading: string;
  people: readonly ReadySignIn[];
}

/** The ready sign-ins of one partnership, each with a button that signs straight in. */
export function DemoSignIns({ heading, people }: DemoSignInsProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="ready">
        {people.map((person) => (
          <li key={`${person.personId} ${person.role} ${person.office}`} className="ready__person">
            <div>
              <p><strong>{person.role}</strong></p>
              <p>{[person.name, person.office].filter(Boolean).join(", ")}</p>
            </div>
            <form method="post" action="/demo/sign-in">
              <input type="hidden" name="person" value={person.personId} />
              <button className="govuk-button govuk-button--secondary" type="submit">
                Sign in<span className="govuk-visually-hidden"> as {person.name}, {person.role}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
