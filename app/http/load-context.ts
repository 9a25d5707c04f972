import type { KeptPage } from "#app/http/kept-page.ts";

/** What the HTTP server hands to every loader, action and to the renderer. */
export interface PortalLoadContext {
  /** Fresh for each request; the only scripts that may run carry it. */
  nonce: string;
  /** Identifies the request in the log; shown to the user on an unexpected failure. */
  requestId: string;
  /** The address the throttles count against, after trusted proxies. */
  clientAddress: string;
  /** Takes a public page to send again while it is still so. Without it nothing is kept. */
  keepPage?: (page: KeptPage) => void;
  /** Set while answering when the database did not answer: the reply is then 503, not 500. */
  unavailable?: boolean;
}

declare module "@remix-run/node" {
  // eslint reads an empty extension as a mistake; merging needs an interface, so the members are named again.
  interface AppLoadContext {
    nonce: PortalLoadContext["nonce"];
    requestId: PortalLoadContext["requestId"];
    clientAddress: PortalLoadContext["clientAddress"];
    keepPage?: PortalLoadContext["keepPage"];
    unavailable?: PortalLoadContext["unavailable"];
  }
}
