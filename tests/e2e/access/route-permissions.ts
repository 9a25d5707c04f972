import type { Permission } from "#app/domain/access/vocabulary.ts";

/** Who may open (GET) and who may send (POST) something at an address of the portal. */
export interface RouteAccess {
  open: Permission | "signed-in" | "administrator";
  send: Permission | "signed-in" | "administrator" | "nobody";
}

const reads = (permission: Permission): RouteAccess => ({ open: permission, send: "nobody" });
const changes = (permission: Permission): RouteAccess => ({ open: permission, send: permission });
const administers: RouteAccess = { open: "administrator", send: "administrator" };

const document = "/portal/:partnership/:document";
const version = `${document}/versions/:number`;

/**
 * Who each signed-in address is for, written out apart from the routes themselves.
 * An address missing here fails the test, so that a new route cannot be forgotten.
 */
export const routePermissions: Record<string, RouteAccess> = {
  "/account": { open: "signed-in", send: "nobody" },
  "/account/recovery-codes": { open: "signed-in", send: "signed-in" },
  "/account/authenticator": { open: "signed-in", send: "signed-in" },
  "/account/password": { open: "signed-in", send: "signed-in" },
  "/account/second-factor-reset/stop": { open: "signed-in", send: "signed-in" },
  "/account/sessions": { open: "signed-in", send: "nobody" },
  "/account/sessions/end-all": { open: "signed-in", send: "signed-in" },
  "/account/sessions/:session/end": { open: "signed-in", send: "signed-in" },
  "/account/messages": { open: "signed-in", send: "signed-in" },
  "/account/confirm": { open: "signed-in", send: "signed-in" },
  "/portal": { open: "signed-in", send: "nobody" },
  "/portal/formatting": { open: "signed-in", send: "nobody" },
  "/portal/:partnership": reads("read-drafts"),
  "/portal/:partnership/activity": reads("read-activity"),
  "/portal/:partnership/guidance": reads("read-drafts"),
  "/portal/:partnership/guidance/:edition": changes("adopt-edition"),
  "/portal/:partnership/people": reads("read-people"),
  "/portal/:partnership/people/accounts": reads("invite-people"),
  "/portal/:partnership/people/accounts/:appointment/invite": changes("invite-people"),
  "/portal/:partnership/people/accounts/:appointment/withdraw": changes("invite-people"),
  "/portal/:partnership/people/accounts/:appointment/second-factor": { open: "confirm-factor-reset", send: "propose-factor-reset" },
  "/portal/:partnership/people/accounts/:appointment/second-factor/confirm": changes("confirm-factor-reset"),
  "/portal/:partnership/people/accounts/:appointment/second-factor/stop": changes("confirm-factor-reset"),
  "/portal/:partnership/people/posts/:post/appoint": changes("appoint-delegate"),
  "/portal/:partnership/people/appointments/:appointment/end": changes("end-appointment"),
  [document]: reads("read-drafts"),
  [`${document}/start`]: changes("edit-drafts"),
  [`${document}/details`]: changes("edit-drafts"),
  [`${document}/changes`]: reads("read-drafts"),
  [`${document}/readiness`]: reads("read-drafts"),
  [`${document}/freeze`]: changes("freeze"),
  [`${document}/sections`]: reads("edit-drafts"),
  [`${document}/sections/new`]: changes("edit-drafts"),
  [`${document}/sections/:section`]: changes("edit-drafts"),
  [`${document}/sections/:section/preview`]: reads("read-drafts"),
  [`${document}/sections/:section/move`]: changes("edit-drafts"),
  [`${document}/sections/:section/remove`]: changes("edit-drafts"),
  [`${document}/sections/:section/restore`]: changes("edit-drafts"),
  [`${document}/sections/:section/comments`]: changes("comment"),
  [`${document}/review`]: { open: "read-drafts", send: "review-draft" },
  [`${document}/review/request`]: changes("edit-drafts"),
  [`${document}/comments`]: reads("comment"),
  [`${document}/comments/:comment`]: changes("comment"),
  [`${document}/comments/:comment/resolve`]: changes("comment"),
  [`${document}/comments/:comment/reopen`]: changes("comment"),
  [`${document}/comments/:comment/remarks/:remark`]: changes("comment"),
  [`${document}/comments/:comment/remarks/:remark/withdraw`]: changes("comment"),
  [`${document}/word`]: changes("edit-drafts"),
  [`${document}/word/:import`]: changes("edit-drafts"),
  [`${document}/word/:import/set-aside`]: changes("edit-drafts"),
  [`${document}/items/:item`]: reads("read-drafts"),
  [`${document}/items/:item/gap`]: changes("edit-drafts"),
  [`${document}/items/:item/gap/withdraw`]: changes("edit-drafts"),
  [`${document}/identifiers/:fingerprint`]: reads("read-drafts"),
  [`${document}/identifiers/:fingerprint/propose`]: changes("override-detector"),
  [`${document}/identifiers/:fingerprint/confirm`]: changes("override-detector"),
  [`${document}/versions`]: reads("read-drafts"),
  [version]: reads("read-drafts"),
  [`${version}/text`]: reads("read-drafts"),
  [`${version}/document.pdf`]: reads("read-drafts"),
  [`${version}/changes`]: reads("read-drafts"),
  [`${version}/sign/:seat`]: changes("sign"),
  [`${version}/signed/:seat`]: reads("sign"),
  [`${version}/decline/:seat`]: changes("sign"),
  [`${version}/publish`]: changes("publish"),
  [`${version}/withdraw`]: changes("withdraw"),
  [`${version}/correct/:field`]: changes("edit-drafts"),
  [`${version}/take-down`]: changes("take-down"),
  [`${version}/erase`]: changes("erase"),
  [`${version}/erase/confirm`]: changes("erase"),
  "/admin": { open: "administrator", send: "nobody" },
  "/admin/bodies": { open: "administrator", send: "nobody" },
  "/admin/bodies/:list": administers,
  "/admin/bodies/:list.csv": { open: "administrator", send: "nobody" },
  "/admin/bodies/:list/confirm": administers,
  "/admin/guidance": { open: "administrator", send: "nobody" },
  "/admin/guidance/load": administers,
  "/admin/guidance/load/confirm": administers,
  "/admin/accounts": { open: "administrator", send: "nobody" },
  "/admin/accounts/:person/suspend": administers,
  "/admin/accounts/:person/restore": administers,
  "/admin/accounts/:person/second-factor": administers,
  "/admin/accounts/:person/second-factor/confirm": administers,
  "/admin/accounts/:person/second-factor/stop": administers,
  "/admin/partnerships/new": { open: "administrator", send: "nobody" },
  "/admin/partnerships/new/health": { open: "administrator", send: "nobody" },
  "/admin/partnerships/new/details": { open: "administrator", send: "nobody" },
  "/admin/partnerships/new/check": administers,
  "/admin/partnerships/:slug": { open: "administrator", send: "nobody" },
  "/admin/partnerships/:slug/posts/:post/appoint": administers,
};

/** Addresses that are for anybody: read without an account, or the way to one. */
export const openToAnybody = /^\/($|about|accessibility|cookies|glossary|guidance|open-data|partnerships|privacy|readyz|report-a-concern|robots\.txt|sitemap\.xml|verify|sign-in|sign-out|invitations\/|reset\/|second-factor\/|unsubscribe\/|demo)/;
