import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import type { PublishedVersion } from "#app/domain/publication/rules.ts";

import { DocumentPage, type DocumentPageProps } from "./document-page.tsx";
import { TakenDownPage } from "./taken-down-page.tsx";

/** What the page of one version may show. */
export type VersionViewProps =
  | { view: "taken-down"; partnership: DocumentFacts["partnership"]; signatures: DocumentFacts["signatures"]; version: PublishedVersion }
  | ({ view: "document"; origin: string } & DocumentPageProps);

export function VersionView(shown: VersionViewProps) {
  const partnership = shown.view === "document" ? shown.facts.partnership : shown.partnership;
  return (
    <PublicFrame partnership={partnership} current={shown.version.kind}>
      {shown.view === "document" ? <DocumentPage {...shown} /> : <TakenDownPage {...shown} />}
    </PublicFrame>
  );
}
