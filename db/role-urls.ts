import { createHmac } from "node:crypto";

/** The login roles the portal runs as. None of them owns anything or can bypass row-level security. */
export const loginRoles = {
  portal: "safeguarding_portal",
  public: "safeguarding_public",
  signIn: "safeguarding_sign_in",
  worker: "safeguarding_worker",
} as const;

export type LoginRole = keyof typeof loginRoles;

/** Connection addresses by role; `migrator` is the administrator's own. */
export type RoleUrls = Record<LoginRole | "migrator", string>;

/** The password of a login role, derived from the administrator's, so that one secret configures all. */
export function rolePassword(adminUrl: string, role: string): string {
  const secret = decodeURIComponent(new URL(adminUrl).password);
  return createHmac("sha256", secret).update(`safeguarding-role/v1:${role}`).digest("base64url");
}

/** Derives the address of every role from one address with the right to create the roles. */
export function roleUrls(adminUrl: string): RoleUrls {
  const forRole = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = rolePassword(adminUrl, role);
    return url.toString();
  };
  return {
    migrator: adminUrl,
    portal: forRole(loginRoles.portal),
    public: forRole(loginRoles.public),
    signIn: forRole(loginRoles.signIn),
    worker: forRole(loginRoles.worker),
  };
}
