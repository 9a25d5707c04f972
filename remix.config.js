// The Remix options. Only `remix vite:dev` and `remix vite:build` read them, through vite.config.ts.

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // One GET of /__manifest with many paths blocks the event loop for seconds: security trap 3.
    v3_lazyRouteDiscovery: false,
  },
};
