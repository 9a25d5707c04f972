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
  route("partnerships/:slug/people", "routes/public/partnerships/people.tsx"),
  route("partnerships/:slug/people.json", "routes/public/partnerships/people-json.ts"),
  route("partnerships/:slug/:document", "routes/public/partnerships/document.tsx"),
  route("partnerships/:slug/:document.json", "routes/public/partnerships/document-json.ts"),
  route("partnerships/:slug/:document.pdf", "routes/public/partnerships/document-pdf.ts"),
  route("partnerships/:slug/:document/versions", "routes/public/partnerships/versions.tsx"),
  route("partnerships/:slug/:document/versions/:number", "routes/public/partnerships/version.tsx"),
  route("partnerships/:slug/:document/versions/:number.json", "routes/public/partnerships/version-json.ts"),
  route("partnerships/:slug/:document/versions/:number.pdf", "routes/public/partnerships/version-pdf.ts"),
  route("partnerships/:slug/:document/compare", "routes/public/partnerships/compare-choose.tsx"),
  route("partnerships/:slug/:document/compare/:before/:after", "routes/public/partnerships/compare.tsx"),
  route("verify", "routes/public/verify/enter.tsx"),
  route("verify/:sha256", "routes/public/verify/verify.tsx"),
  route("verify/:sha256/content.json", "routes/public/verify/content.ts"),
  route("verify/:sha256/record.json", "routes/public/verify/record.ts"),
];

const account = [
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-in/code", "routes/account/sign-in-code.tsx"),
  route("sign-in/recovery-code", "routes/account/sign-in-recovery-code.tsx"),
  route("sign-in/lost-phone", "routes/account/lost-phone.tsx"),
  route("sign-in/help", "routes/account/sign-in-help.tsx"),
  route("sign-in/second-factor", "routes/account/second-factor.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("reset/:token", "routes/account/password-reset.tsx"),
  route("second-factor/:token", "routes/account/factor-reset.tsx"),
  route("invitations/:token", "routes/account/invitation.tsx"),
  route("account", "routes/account/account.tsx"),
  route("account/recovery-codes", "routes/account/recovery-codes.tsx"),
  route("account/authenticator", "routes/account/authenticator.tsx"),
  route("account/password", "routes/account/password.tsx"),
  route("account/second-factor-reset/stop", "routes/account/factor-reset-stop.tsx"),
  route("account/sessions", "routes/account/sessions.tsx"),
  route("account/sessions/end-all", "routes/account/sessions-end-all.tsx"),
  route("account/sessions/:session/end", "routes/account/session-end.tsx"),
  route("account/confirm", "routes/account/confirm.tsx"),
  route("demo", "routes/account/demo.tsx"),
  route("demo/sign-in", "routes/account/demo-sign-in.tsx"),
  route("demo/messages", "routes/account/demo-messages.tsx"),
  route("account/messages", "routes/account/messages.tsx"),
  route("unsubscribe/:token", "routes/account/unsubscribe.tsx"),
];

const operations = [route("readyz", "routes/ops/readyz.ts")];

const portalHome = [
  route("portal/:partnership", "routes/portal/home.tsx"),
  route("portal/:partnership/activity", "routes/portal/activity.tsx"),
  route("portal/:partnership/guidance", "routes/portal/guidance/index.tsx"),
  route("portal/:partnership/guidance/:edition", "routes/portal/guidance/adopt.tsx"),
];

const versions = [
  route("portal/:partnership/:document/versions", "routes/portal/documents/versions/list.tsx"),
  route("portal/:partnership/:document/versions/:number", "routes/portal/documents/versions/version.tsx"),
  route("portal/:partnership/:document/versions/:number/text", "routes/portal/documents/versions/text.tsx"),
  route("portal/:partnership/:document/versions/:number/document.pdf", "routes/portal/documents/versions/document-pdf.ts"),
  route("portal/:partnership/:document/versions/:number/changes", "routes/portal/documents/versions/changes.tsx"),
  route("portal/:partnership/:document/versions/:number/sign/:seat", "routes/portal/documents/versions/sign.tsx"),
  route("portal/:partnership/:document/versions/:number/signed/:seat", "routes/portal/documents/versions/signed.tsx"),
  route("portal/:partnership/:document/versions/:number/decline/:seat", "routes/portal/documents/versions/decline.tsx"),
  route("portal/:partnership/:document/versions/:number/publish", "routes/portal/documents/versions/publish.tsx"),
  route("portal/:partnership/:document/versions/:number/withdraw", "routes/portal/documents/versions/withdraw.tsx"),
  route("portal/:partnership/:document/versions/:number/take-down", "routes/portal/documents/versions/take-down.tsx"),
  route("portal/:partnership/:document/versions/:number/erase", "routes/portal/documents/versions/erase.tsx"),
  route("portal/:partnership/:document/versions/:number/erase/confirm", "routes/portal/documents/versions/erase-confirm.tsx"),
];

const administration = [
  route("admin", "routes/admin/index.tsx"),
  route("admin/partnerships/new", "routes/admin/onboarding/areas.tsx"),
  route("admin/partnerships/new/health", "routes/admin/onboarding/health.tsx"),
  route("admin/partnerships/new/details", "routes/admin/onboarding/details.tsx"),
  route("admin/partnerships/new/check", "routes/admin/onboarding/check.tsx"),
  route("admin/partnerships/:slug", "routes/admin/partnership.tsx"),
  route("admin/partnerships/:slug/posts/:post/appoint", "routes/admin/appoint.tsx"),
  route("admin/guidance", "routes/admin/guidance/index.tsx"),
  route("admin/guidance/load", "routes/admin/guidance/load.tsx"),
  route("admin/guidance/load/confirm", "routes/admin/guidance/confirm.tsx"),
  route("admin/accounts", "routes/admin/accounts/index.tsx"),
  route("admin/accounts/:person/suspend", "routes/admin/accounts/suspend.tsx"),
  route("admin/accounts/:person/restore", "routes/admin/accounts/restore.tsx"),
  route("admin/accounts/:person/second-factor", "routes/admin/accounts/second-factor.tsx"),
  route("admin/accounts/:person/second-factor/confirm", "routes/admin/accounts/second-factor-confirm.tsx"),
  route("admin/accounts/:person/second-factor/stop", "routes/admin/accounts/second-factor-stop.tsx"),
];

const people = [
  route("portal", "routes/portal/index.tsx"),
  route("portal/:partnership/people", "routes/portal/people/people.tsx"),
  route("portal/:partnership/people/accounts", "routes/portal/people/accounts/index.tsx"),
  route("portal/:partnership/people/accounts/:appointment/invite", "routes/portal/people/accounts/invite.tsx"),
  route("portal/:partnership/people/accounts/:appointment/withdraw", "routes/portal/people/accounts/withdraw.tsx"),
  route("portal/:partnership/people/accounts/:appointment/second-factor", "routes/portal/people/accounts/second-factor.tsx"),
  route("portal/:partnership/people/accounts/:appointment/second-factor/confirm", "routes/portal/people/accounts/second-factor-confirm.tsx"),
  route("portal/:partnership/people/accounts/:appointment/second-factor/stop", "routes/portal/people/accounts/second-factor-stop.tsx"),
  route("portal/:partnership/people/history", "routes/portal/people/history.tsx"),
  route("portal/:partnership/people/posts/:post/appoint", "routes/portal/people/appoint.tsx"),
  route("portal/:partnership/people/posts/:post/propose", "routes/portal/people/propose.tsx"),
  route("portal/:partnership/people/representatives/new", "routes/portal/people/representative-new.tsx"),
  route("portal/:partnership/people/proposals", "routes/portal/people/proposals/list.tsx"),
  route("portal/:partnership/people/proposals/:proposal", "routes/portal/people/proposals/proposal.tsx"),
  route("portal/:partnership/people/proposals/:proposal/agree/:seat", "routes/portal/people/proposals/agree.tsx"),
  route("portal/:partnership/people/proposals/:proposal/decline", "routes/portal/people/proposals/decline.tsx"),
  route("portal/:partnership/people/proposals/:proposal/withdraw", "routes/portal/people/proposals/withdraw.tsx"),
  route("portal/:partnership/people/appointments/:appointment/delegation", "routes/portal/people/delegation.tsx"),
  route("portal/:partnership/people/appointments/:appointment/terms", "routes/portal/people/terms.tsx"),
  route("portal/:partnership/people/appointments/:appointment/end", "routes/portal/people/end.tsx"),
];

const guidance = [
  route("guidance", "routes/public/guidance.tsx"),
  route("guidance/:edition", "routes/public/guidance-edition.tsx"),
];

const drafting = [
  route("portal/formatting", "routes/portal/formatting.tsx"),
  route("portal/:partnership/:document", "routes/portal/documents/index.tsx"),
  route("portal/:partnership/:document/start", "routes/portal/documents/start.tsx"),
  route("portal/:partnership/:document/details", "routes/portal/documents/details.tsx"),
  route("portal/:partnership/:document/changes", "routes/portal/documents/changes.tsx"),
  route("portal/:partnership/:document/readiness", "routes/portal/documents/readiness.tsx"),
  route("portal/:partnership/:document/freeze", "routes/portal/documents/freeze.tsx"),
  route("portal/:partnership/:document/sections", "routes/portal/documents/order.tsx"),
  route("portal/:partnership/:document/sections/new", "routes/portal/documents/section-new.tsx"),
  route("portal/:partnership/:document/sections/:section", "routes/portal/documents/section.tsx"),
  route("portal/:partnership/:document/sections/:section/preview", "routes/portal/documents/section-preview.tsx"),
  route("portal/:partnership/:document/sections/:section/move", "routes/portal/documents/section-move.tsx"),
  route("portal/:partnership/:document/sections/:section/remove", "routes/portal/documents/section-remove.tsx"),
  route("portal/:partnership/:document/sections/:section/restore", "routes/portal/documents/section-restore.tsx"),
  route("portal/:partnership/:document/sections/:section/comments", "routes/portal/documents/comments/section.tsx"),
  route("portal/:partnership/:document/comments", "routes/portal/documents/comments/list.tsx"),
  route("portal/:partnership/:document/comments/:comment", "routes/portal/documents/comments/comment.tsx"),
  route("portal/:partnership/:document/comments/:comment/resolve", "routes/portal/documents/comments/resolve.tsx"),
  route("portal/:partnership/:document/comments/:comment/reopen", "routes/portal/documents/comments/reopen.tsx"),
  route("portal/:partnership/:document/comments/:comment/remarks/:remark", "routes/portal/documents/comments/correct.tsx"),
  route("portal/:partnership/:document/comments/:comment/remarks/:remark/withdraw", "routes/portal/documents/comments/withdraw.tsx"),
  route("portal/:partnership/:document/word", "routes/portal/documents/word/upload.tsx"),
  route("portal/:partnership/:document/word/:import", "routes/portal/documents/word/review.tsx"),
  route("portal/:partnership/:document/word/:import/set-aside", "routes/portal/documents/word/set-aside.tsx"),
  route("portal/:partnership/:document/items/:item", "routes/portal/documents/item.tsx"),
  route("portal/:partnership/:document/items/:item/gap", "routes/portal/documents/gap.tsx"),
  route("portal/:partnership/:document/items/:item/gap/withdraw", "routes/portal/documents/gap-withdraw.tsx"),
  route("portal/:partnership/:document/identifiers/:fingerprint", "routes/portal/documents/identifier.tsx"),
  route("portal/:partnership/:document/identifiers/:fingerprint/propose", "routes/portal/documents/identifier-propose.tsx"),
  route("portal/:partnership/:document/identifiers/:fingerprint/confirm", "routes/portal/documents/identifier-confirm.tsx"),
];

export default [...guidance, ...drafting, ...administration, ...people, ...portalHome, ...versions, ...publicPages, ...publications, ...account, ...operations] satisfies RouteConfig;
