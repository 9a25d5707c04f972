/** What the HTTP server hands to every loader, action and to the renderer. */
export interface PortalLoadContext {
  /** Fresh for each request; the only scripts that may run carry it. */
  nonce: string;
  /** Identifies the request in the log; shown to the user on an unexpected failure. */
  requestId: string;
  /** The address the throttles count against, after trusted proxies. */
  clientAddress: string;
}

declare module "@remix-run/node" {
  // eslint reads an empty extension as a mistake; merging needs an interface, so the members are named again.
  interface AppLoadContext {
    nonce: PortalLoadContext["nonce"];
    requestId: PortalLoadContext["requestId"];
    clientAddress: PortalLoadContext["clientAddress"];
  }
}
