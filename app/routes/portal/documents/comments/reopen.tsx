import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { settleComment, toTheComment } from "./settle-comment.server.ts";

export const loader = ({ request, params }: LoaderFunctionArgs) => toTheComment(request, params);
export const action = ({ request, params }: ActionFunctionArgs) => settleComment(request, params, false);

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
