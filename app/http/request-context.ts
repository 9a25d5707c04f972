import { createContext } from "react";

/** What the renderer alone knows of the request. Empty in the browser: nothing rendered there may depend on it. */
export interface RequestDetails {
  nonce?: string;
  requestId?: string;
}

export const RequestContext = createContext<RequestDetails>({});
