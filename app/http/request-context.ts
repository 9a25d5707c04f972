import { createContext } from "react";

/** What the renderer alone knows of the request. Empty in the browser: nothing rendered there may depend on it. */
export interface RequestDetails {
  nonce?: string;
  requestId?: string;
  /** Whether this is a demonstration, which every page says. */
  demo?: boolean;
  /** Whether the address is one for people with an account. */
  portal?: boolean;
}

export const RequestContext = createContext<RequestDetails>({});
