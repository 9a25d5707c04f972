import { Table } from "#app/components/govuk/table.tsx";

export interface ReadySignIn {
  personId: string;
  name: string;
  role: string;
  /** "Chief Executive, Northmoor Council" */
  office: string;
}

export interface DemoSignInsProps {
  /** The partnership, or what these people have in common. */
  caption: string;
  people: readonly ReadySignIn[];
}

/** The ready sign-ins of one partnership, each a button that signs straight in. */
export function DemoSignIns({ caption, people }: DemoSignInsProps) {
  return (
    <Table
      caption={caption}
      columns={[{ label: "Role" }, { label: "Name and office" }, { label: "Sign in" }]}
      rows={people.map((person) => ({
        key: `${person.personId} ${person.role} ${person.office}`,
        cells: [
          person.role,
          <span key="who"><strong>{person.name}</strong>{person.office && <>, {person.office}</>}</span>,
          <form key="in" method="post" action="/demo/sign-in">
            <input type="hidden" name="person" value={person.personId} />
            <button className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" type="submit">
              Sign in<span className="govuk-visually-hidden"> as {person.name}, {person.role}</span>
            </button>
          </form>,
        ],
      }))}
    />
  );
}
