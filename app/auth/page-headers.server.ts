import type { HeadersFunction } from "@remix-run/node";

import { privateCache } from "#app/http/responses.ts";

/** Pages of signing in and of one's account are never stored; a refusal to try again says for how long. */
export const privateHeaders: HeadersFunction = ({ actionHeaders }) => {
  const headers = new Headers({ "Cache-Control": privateCache });
  const retryAfter = actionHeaders.get("Retry-After");
  if (retryAfter) headers.set("Retry-After", retryAfter);
  return headers;
};
