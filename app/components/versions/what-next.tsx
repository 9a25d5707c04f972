import { MainActions } from "#app/components/versions/version-actions.tsx";
import type { VersionAction } from "#app/domain/documents/version-actions.ts";
import { joinNames } from "#app/domain/documents/version-state.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

/** After signing: who is still to sign, or that it can be published; and the person's own next seat, if they hold two. */
export function WhatNext({ at, version, next }: { at: DocumentAddress; version: VersionView; next: readonly VersionAction[] }) {
  const missing = version.seats.filter((seat) => !seat.signature);
  const own = next.filter((action) => action.page.startsWith("sign/"));
  return (
    <>
      <h2 className="govuk-heading-m">What happens next</h2>
      {version.status === "awaiting" && (
        <p className="govuk-body">Still to sign: {joinNames(missing.map((seat) => (seat.holder ? `${seat.organisation} (${seat.holder.name})` : `${seat.organisation} (vacant)`)))}. When the last of them has signed, this version is approved and can be published.</p>
      )}
      {version.status === "approved" && (
        <p className="govuk-body">Every lead safeguarding partner has signed. This version is approved. A lead safeguarding partner, the chair or the business manager can now publish it.</p>
      )}
      {own.length > 0 && <p className="govuk-body">You hold another seat. Each seat signs for itself, so sign once more:</p>}
      <MainActions at={at} number={version.number} actions={next} />
    </>
  );
}
