import { isRouteErrorResponse } from "@remix-run/react";
import { useContext } from "react";

import { errorWording } from "#app/components/frame/error-wording.ts";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { readRefusal } from "#app/http/refusal.ts";
import { RequestContext } from "#app/http/request-context.ts";

/** What went wrong, as a status and words. Only a thrown response speaks for itself; an exception never does. */
export function describeError(error: unknown) {
  if (!isRouteErrorResponse(error)) return { status: 500, ...errorWording(500) };
  const said = error.status < 500 || error.status === 503 ? readRefusal(error.data) : {};
  return { status: error.status, ...errorWording(error.status), ...said };
}

/** The body of an error page, for use inside any frame. */
export function ErrorBody({ error }: { error: unknown }) {
  const { requestId, portal = false } = useContext(RequestContext);
  const { status, title, message, ...said } = describeError(error);
  const reasons = "reasons" in said ? (said.reasons ?? []) : [];
  const next = "next" in said ? said.next : undefined;
  return (
    <>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{message}</p>
      {reasons.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {reasons.map((reason) => <li key={reason}>{reason}</li>)}
        </ul>
      )}
      {status >= 500 && requestId && (
        <p className="govuk-body">If it keeps happening, tell us this reference: <strong className="hash">{requestId}</strong></p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={next?.href ?? (portal ? "/portal" : "/")}>{next?.text ?? (portal ? "Go to your work" : "Go to the home page")}</a>
      </p>
    </>
  );
}

/** A whole error page in the public frame, which needs to know nothing of who is asking. */
export function ErrorPage({ error }: { error: unknown }) {
  return (
    <PublicFrame>
      <ErrorBody error={error} />
    </PublicFrame>
  );
}
