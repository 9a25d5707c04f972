import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import type { PublishedVersion } from "#app/domain/publication/rules.ts";

import { TakenDownPage } from "./taken-down-page.tsx";
import { YoungPeoplePage, type YoungPeoplePageProps } from "./young-people-page.tsx";

/** What the address of a page for young people may show. */
export type YoungPeopleViewProps =
  | { view: "taken-down"; partnership: DocumentFacts["partnership"]; signatures: DocumentFacts["signatures"]; version: PublishedVersion }
  | ({ view: "page"; origin: string } & YoungPeoplePageProps);

export function YoungPeopleView(shown: YoungPeopleViewProps) {
  return (
    <PublicFrame partnership={shown.view === "page" ? shown.facts.partnership : shown.partnership} current={shown.version.kind}>
      {shown.view === "page" ? <YoungPeoplePage {...shown} /> : <TakenDownPage {...shown} />}
    </PublicFrame>
  );
}
