import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import type { RequestView } from "#app/domain/agencies/requests/request-view.ts";
import { stateWords } from "#app/domain/agencies/requests/rules.ts";
import type { RequestState } from "#app/domain/agencies/requests/vocabulary.ts";

const tones: Partial<Record<RequestState, TagTone>> = { overdue: "red", answered: "green", refused: "red", escalated: "purple", closed: "grey" };

/** Where a request stands. */
export function RequestStateTag({ request }: { request: RequestView }) {
  return <Tag text={stateWords(request)} tone={tones[request.state]} />;
}
