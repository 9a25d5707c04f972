import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { bodyName } from "#app/domain/partnerships/rules.ts";

/** Which police force each chosen area brings with it. */
export function FollowingForces({ areas }: { areas: readonly { name: string; force: string | null }[] }) {
  return (
    <InsetText>
      <p className="govuk-body">The police force follows from the area:</p>
      <ul className="govuk-list govuk-list--bullet">
        {areas.map(({ name, force }) => <li key={name}>{name}: {force ? bodyName("police", force) : "no force on the register"}</li>)}
      </ul>
    </InsetText>
  );
}
