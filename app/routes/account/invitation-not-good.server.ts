import type { Invitation, InvitationState } from "#app/auth/invitation.server.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { refused } from "#app/http/responses.ts";

const signIn = { href: "/sign-in", text: "Sign in" };
const askAgain = "Ask whoever invited you, or the business manager of your partnership, to send a new invitation. It takes them a minute.";

const words: Record<Exclude<InvitationState, "open">, (invitation: Invitation) => { title: string; message: string; reasons: string[] }> = {
  accepted: () => ({
    title: "This account has been set up",
    message: "The invitation was used, and an invitation works once.",
    reasons: ["If you set it up, sign in with the password you chose.", "If you forgot the password, choose a new one from the sign-in page.", "If it was not you, tell whoever invited you at once."],
  }),
  withdrawn: ({ partnership }) => ({ title: "This invitation was withdrawn", message: `Somebody in ${partnership} took it back.`, reasons: ["If you think that is a mistake, ask them."] }),
  replaced: () => ({ title: "There is a newer invitation", message: "Another invitation was sent to you since. Only the newest works.", reasons: ["Look in your e-mail for the newest one.", askAgain] }),
  expired: ({ expiresAt }) => ({ title: "This invitation has run out", message: `It was good for 72 hours, until ${showMoment(expiresAt)}.`, reasons: [askAgain] }),
  void: ({ office, partnership }) => ({
    title: "This invitation no longer holds",
    message: `It was for the office of ${office} in ${partnership}, at one e-mail address. The appointment or the address is another by now.`,
    reasons: [askAgain],
  }),
};

/** The page for a link that opens nothing: what happened, and what to do. 404 when there never was such an invitation. */
export function invitationNotGood(invitation: Invitation | null): Response {
  if (!invitation || invitation.state === "open") {
    return refused(404, {
      title: "This link is not a whole invitation",
      message: "There is no invitation at this address.",
      reasons: ["Open the link from the e-mail itself: some programs cut a long link in two.", askAgain],
      next: signIn,
    });
  }
  return refused(410, { ...words[invitation.state](invitation), next: signIn });
}

/** Somebody else is signed in here: a forwarded link, or a shared computer. */
export function invitationIsForAnother({ name }: Invitation, signedInAs: string): Response {
  return refused(403, {
    title: "This invitation is for somebody else",
    message: `It is for ${name}, and you are signed in as ${signedInAs}.`,
    reasons: [`If you are ${name}, sign out and open the link again.`, "If it was forwarded to you, delete it. Nobody may use another person’s invitation: what they sign would be signed in the other’s name."],
    next: { href: "/account", text: "Go to your account, where you can sign out" },
  });
}
