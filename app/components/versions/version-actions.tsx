import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import type { VersionAction } from "#app/domain/documents/version-actions.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

interface VersionActionsProps {
  at: DocumentAddress;
  number: number;
  actions: readonly VersionAction[];
}

/** The acts that move a version on, as buttons. */
export function MainActions({ at, number, actions }: VersionActionsProps) {
  const main = actions.filter((action) => action.main);
  if (main.length === 0) return null;
  return (
    <ButtonGroup>
      {main.map((action) => <Button key={action.page} href={versionPath(at, number, action.page)}>{action.text}</Button>)}
    </ButtonGroup>
  );
}

/** Whatever else the person may do with a version now. */
export function OtherActions({ at, number, actions }: VersionActionsProps) {
  const rest = actions.filter((action) => !action.main);
  if (rest.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What else you can do</h2>
      <ul className="govuk-list">
        {rest.map((action) => (
          <li key={action.page}><a className="govuk-link" href={versionPath(at, number, action.page)}>{action.text}</a></li>
        ))}
      </ul>
    </>
  );
}
