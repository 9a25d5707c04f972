import { ButtonGroup } from "#app/components/govuk/button.tsx";

import script from "./keep-unsaved.js?url";

export interface KeepUnsavedProps {
  /** One person's text of one section: nobody else who uses this tab is offered it. */
  storageKey: string;
  /** The form came back with errors, so that what it shows is not saved. */
  unsaved: boolean;
}

/** The offer to put unsaved text back. Hidden until the script finds some; without script it stays so. */
export function KeepUnsaved({ storageKey, unsaved }: KeepUnsavedProps) {
  return (
    <>
      <div role="status">
        <div className="panel-box" id="kept-text" hidden data-key={storageKey} data-unsaved={unsaved ? "yes" : "no"}>
          <p className="govuk-body">
            <strong>Your browser kept text of this section that was not saved.</strong> Put it back to look at it; nothing is saved until you save.
          </p>
          <ButtonGroup>
            <button type="button" className="govuk-button govuk-button--secondary" data-act="back">Put it back</button>
            <button type="button" className="govuk-button govuk-button--secondary" data-act="forget">Forget it</button>
          </ButtonGroup>
        </div>
      </div>
      <script type="module" src={script} />
    </>
  );
}
