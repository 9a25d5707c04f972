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
  route("sitemap.xml", "routes/public/sitemap.ts"),
  route("robots.txt", "routes/public/robots.ts"),
];

const publications = [
  route("partnerships.json", "routes/public/partnerships/partnerships-json.ts"),
  route("partnerships/:slug", "routes/public/partnerships/partnership.tsx"),
  route("partnerships/:slug.json", "routes/public/partnerships/partnership-json.ts"),
  route("partnerships/:slug/arrangements", "routes/public/partnerships/arrangements.tsx"),
  route("partnerships/:slug/arrangements.json", "routes/public/partnerships/arrangements-json.ts"),
  route("partnerships/:slug/arrangements.pdf", "routes/public/partnerships/arrangements-pdf.ts"),
  route("partnerships/:slug/arrangements/versions", "routes/public/partnerships/versions.tsx"),
  route("partnerships/:slug/arrangements/versions/:number", "routes/public/partnerships/version.tsx"),
  route("partnerships/:slug/arrangements/versions/:number.json", "routes/public/partnerships/version-json.ts"),
  route("partnerships/:slug/arrangements/versions/:number.pdf", "routes/public/partnerships/version-pdf.ts"),
  route("verify", "routes/public/verify/enter.tsx"),
  route("verify/:sha256", "routes/public/verify/verify.tsx"),
  route("verify/:sha256/content.json", "routes/public/verify/content.ts"),
  route("verify/:sha256/record.json", "routes/public/verify/record.ts"),
];

const account = [
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-in/code", "routes/account/sign-in-code.tsx"),
  route("sign-in/second-factor", "routes/account/second-factor.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("set-up/:token", "routes/account/set-up.tsx"),
  route("account", "routes/account/account.tsx"),
  route("account/confirm", "routes/account/confirm.tsx"),
  route("demo", "routes/account/demo.tsx"),
  route("demo/sign-in", "routes/account/demo-sign-in.tsx"),
];

const operations = [route("readyz", "routes/ops/readyz.ts")];

export default [...publicPages, ...publications, ...account, ...operations] satisfies RouteConfig;
