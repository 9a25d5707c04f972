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

const portalHome = [
  route("portal/:partnership", "routes/portal/home.tsx"),
  route("portal/:partnership/activity", "routes/portal/activity.tsx"),
];

const versions = [
  route("portal/:partnership/arrangements/versions", "routes/portal/arrangements/versions/list.tsx"),
  route("portal/:partnership/arrangements/versions/:number", "routes/portal/arrangements/versions/version.tsx"),
  route("portal/:partnership/arrangements/versions/:number/text", "routes/portal/arrangements/versions/text.tsx"),
  route("portal/:partnership/arrangements/versions/:number/document.pdf", "routes/portal/arrangements/versions/document-pdf.ts"),
  route("portal/:partnership/arrangements/versions/:number/changes", "routes/portal/arrangements/versions/changes.tsx"),
  route("portal/:partnership/arrangements/versions/:number/sign/:seat", "routes/portal/arrangements/versions/sign.tsx"),
  route("portal/:partnership/arrangements/versions/:number/signed/:seat", "routes/portal/arrangements/versions/signed.tsx"),
  route("portal/:partnership/arrangements/versions/:number/decline/:seat", "routes/portal/arrangements/versions/decline.tsx"),
  route("portal/:partnership/arrangements/versions/:number/publish", "routes/portal/arrangements/versions/publish.tsx"),
  route("portal/:partnership/arrangements/versions/:number/withdraw", "routes/portal/arrangements/versions/withdraw.tsx"),
  route("portal/:partnership/arrangements/versions/:number/take-down", "routes/portal/arrangements/versions/take-down.tsx"),
  route("portal/:partnership/arrangements/versions/:number/erase", "routes/portal/arrangements/versions/erase.tsx"),
  route("portal/:partnership/arrangements/versions/:number/erase/confirm", "routes/portal/arrangements/versions/erase-confirm.tsx"),
];

const administration = [
  route("admin", "routes/admin/index.tsx"),
  route("admin/partnerships/new", "routes/admin/onboarding/areas.tsx"),
  route("admin/partnerships/new/health", "routes/admin/onboarding/health.tsx"),
  route("admin/partnerships/new/details", "routes/admin/onboarding/details.tsx"),
  route("admin/partnerships/new/check", "routes/admin/onboarding/check.tsx"),
  route("admin/partnerships/:slug", "routes/admin/partnership.tsx"),
  route("admin/partnerships/:slug/posts/:post/appoint", "routes/admin/appoint.tsx"),
  route("admin/accounts", "routes/admin/accounts/index.tsx"),
  route("admin/accounts/:person/suspend", "routes/admin/accounts/suspend.tsx"),
  route("admin/accounts/:person/restore", "routes/admin/accounts/restore.tsx"),
  route("admin/accounts/:person/set-up-link", "routes/admin/accounts/set-up-link.tsx"),
];

const people = [
  route("portal", "routes/portal/index.tsx"),
  route("portal/:partnership/people", "routes/portal/people/people.tsx"),
  route("portal/:partnership/people/posts/:post/appoint", "routes/portal/people/appoint.tsx"),
  route("portal/:partnership/people/appointments/:appointment/end", "routes/portal/people/end.tsx"),
];

const guidance = [
  route("guidance", "routes/public/guidance.tsx"),
  route("guidance/:edition", "routes/public/guidance-edition.tsx"),
];

const drafting = [
  route("portal/formatting", "routes/portal/formatting.tsx"),
  route("portal/:partnership/arrangements", "routes/portal/arrangements/index.tsx"),
  route("portal/:partnership/arrangements/start", "routes/portal/arrangements/start.tsx"),
  route("portal/:partnership/arrangements/details", "routes/portal/arrangements/details.tsx"),
  route("portal/:partnership/arrangements/readiness", "routes/portal/arrangements/readiness.tsx"),
  route("portal/:partnership/arrangements/freeze", "routes/portal/arrangements/freeze.tsx"),
  route("portal/:partnership/arrangements/sections", "routes/portal/arrangements/order.tsx"),
  route("portal/:partnership/arrangements/sections/new", "routes/portal/arrangements/section-new.tsx"),
  route("portal/:partnership/arrangements/sections/:section", "routes/portal/arrangements/section.tsx"),
  route("portal/:partnership/arrangements/sections/:section/preview", "routes/portal/arrangements/section-preview.tsx"),
  route("portal/:partnership/arrangements/sections/:section/move", "routes/portal/arrangements/section-move.tsx"),
  route("portal/:partnership/arrangements/sections/:section/remove", "routes/portal/arrangements/section-remove.tsx"),
  route("portal/:partnership/arrangements/sections/:section/restore", "routes/portal/arrangements/section-restore.tsx"),
  route("portal/:partnership/arrangements/items/:item", "routes/portal/arrangements/item.tsx"),
  route("portal/:partnership/arrangements/items/:item/gap", "routes/portal/arrangements/gap.tsx"),
  route("portal/:partnership/arrangements/items/:item/gap/withdraw", "routes/portal/arrangements/gap-withdraw.tsx"),
  route("portal/:partnership/arrangements/identifiers/:fingerprint", "routes/portal/arrangements/identifier.tsx"),
  route("portal/:partnership/arrangements/identifiers/:fingerprint/propose", "routes/portal/arrangements/identifier-propose.tsx"),
  route("portal/:partnership/arrangements/identifiers/:fingerprint/confirm", "routes/portal/arrangements/identifier-confirm.tsx"),
];

export default [...guidance, ...drafting, ...administration, ...people, ...portalHome, ...versions, ...publicPages, ...publications, ...account, ...operations] satisfies RouteConfig;
