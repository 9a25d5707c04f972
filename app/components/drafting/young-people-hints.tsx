import { youngPeople } from "#app/domain/documents/vocabulary.ts";

/** What makes a good page for children and young people, beside its editor and before it is begun. */
export function YoungPeopleHints() {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>Write for a child of 9 to 11: short sentences, everyday words, “you” and “we”.</li>
      <li>Say what the council, the health service and the police do together for children here.</li>
      <li>Say how children are heard, and give one thing that changed because of it.</li>
      <li>Say whom a child can talk to: a trusted adult, Childline on 0800 1111, and 999 in danger. The public page shows these numbers as well.</li>
      <li>Ask some young people to read it before it is frozen.</li>
      <li>Keep it to about 300 words, and under {youngPeople.longest}.</li>
    </ul>
  );
}
