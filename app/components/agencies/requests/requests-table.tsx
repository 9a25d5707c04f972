import { Table } from "#app/components/govuk/table.tsx";
import type { RequestView } from "#app/domain/agencies/requests/request-view.ts";
import { timeLeft } from "#app/domain/agencies/requests/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { requestsPath } from "./paths.ts";
import { RequestStateTag } from "./request-state-tag.tsx";

/** Requests, the newest first, each with where it stands. */
export function RequestsTable({ slug, requests, today }: { slug: string; requests: readonly RequestView[]; today: string }) {
  return (
    <Table
      caption="Requests for information"
      captionHidden
      columns={[{ label: "Request" }, { label: "Asked by" }, { label: "Asked on" }, { label: "Due by" }, { label: "Where it stands" }]}
      rows={requests.map((request) => {
        const { number, recipient, purpose, requester, askedOn, dueOn, firstDueOn } = request;
        const left = timeLeft(request, today);
        return {
          key: String(number),
          cells: [
            <><a className="govuk-link" href={requestsPath(slug, number)}>{`${String(number)}: ${recipient}`}</a><span className="muted"><br />{shortened(purpose)}</span></>,
            requester?.name ?? "All partners together",
            showDate(askedOn),
            <>{showDate(dueOn)}{dueOn !== firstDueOn && <span className="muted"><br />At first {showDate(firstDueOn)}</span>}</>,
            <><RequestStateTag request={request} />{left && <span className="muted"><br />{left}</span>}</>,
          ],
        };
      })}
    />
  );
}

const longest = 120;

function shortened(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(" ", longest))} …`;
}
