import { index, route, type RouteConfig } from "@remix-run/route-config";

/** The URL map: every address and the file that answers it, grouped by area. */

const publicPages = [
  index("routes/public/home.tsx"),
  route("report-a-concern", "routes/public/report-a-concern.tsx"),
  route("accessibility", "routes/public/accessibility.tsx"),
  route("privacy", "routes/public/privacy.tsx"),
  route("cookies", "routes/public/cookies.tsx"),
  route("glossary", "routes/public/glossary.tsx"),
  route("open-data", "routes/public/open-data.tsx"),
  route("about", "routes/public/about.tsx"),
];

const operations = [route("readyz", "routes/ops/readyz.ts")];

export default [...publicPages, ...operations] satisfies RouteConfig;
