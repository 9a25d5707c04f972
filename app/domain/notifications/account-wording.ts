import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

import type { AccountMessage, FactorResetStep } from "./account-messages.ts";
import type { Wording, WordingContext } from "./wording.ts";

type Words<Kind extends AccountMessage["kind"]> = (message: Extract<AccountMessage, { kind: Kind }>, context: WordingContext) => Wording;

const notYou = "If this was not you, choose a new password now and tell whoever runs this site: somebody may know yours.";

const steps: Record<FactorResetStep, (name: string, by: string) => string> = {
  asked: (name) => `${name} says that their phone and their recovery codes are lost, and asks to set up a second factor anew. Nothing has changed yet: one person must propose it and another confirm it.`,
  proposed: (name, by) => `${by} proposes that ${name} set up their second factor anew. Nothing has changed yet: a second person must confirm it.`,
  confirmed: (name, by) => `${by} confirmed, as the second person, that ${name} may set up their second factor anew. The link to do so went to ${name} alone, and needs their password.`,
  stopped: (name, by) => `${by} stopped the reset of the second factor of ${name}. The second factor stays as it was.`,
  completed: (name) => `${name} has set up a new second factor. The old one and its recovery codes work no more.`,
};

/** What messages about accounts say. */
export const accountWords: { [Kind in AccountMessage["kind"]]: Words<Kind> } = {
  invitation: ({ role, office, organisation, invitedBy, until }, { partnership }) => ({
    subject: `You are invited to work in ${partnership?.name ?? "a safeguarding partnership"}`,
    paragraphs: [
      `${invitedBy} invites you as ${roleLabels[role].toLowerCase()}${organisation ? ` for ${organisation}` : ""} (${office}) in ${partnership?.name ?? "a safeguarding partnership"}.`,
      `The link works once, until ${showMoment(until)}. Opening it uses nothing up. You choose a password, and set up a code on your phone.`,
      "It is for you alone: do not forward it.",
    ],
    link: { label: "Set up your account", path: "/sign-in" },
  }),
  "password-reset": ({ until }) => ({
    subject: "Choose a new password",
    paragraphs: [
      `Somebody, we hope you, asked to choose a new password for this e-mail address. The link works once, until ${showMoment(until)}.`,
      "You will still need the code from your phone to sign in. If you did not ask, do nothing: your password stays as it is.",
    ],
    link: { label: "Choose a new password", path: "/sign-in/help" },
  }),
  "password-changed": ({ at }) => ({
    subject: "Your password was changed",
    paragraphs: [`The password of your account was changed on ${showMoment(at)}. Every other browser was signed out.`, notYou],
    link: { label: "Help with signing in", path: "/sign-in/help" },
  }),
  "recovery-code-used": ({ at, left }) => ({
    subject: "A recovery code was used to sign in",
    paragraphs: [`One of your recovery codes was used to sign in on ${showMoment(at)}, in place of a code from your phone. ${left === 0 ? "None is left." : `${String(left)} ${left === 1 ? "is" : "are"} left.`}`, notYou],
    link: { label: "Look after your account", path: "/account" },
  }),
  "recovery-codes-made": ({ at }) => ({
    subject: "New recovery codes were made for your account",
    paragraphs: [`New recovery codes were made on ${showMoment(at)}. The ones before work no more.`, notYou],
    link: { label: "Look after your account", path: "/account" },
  }),
  "authenticator-changed": ({ at }) => ({
    subject: "Another authenticator app was set up for your account",
    paragraphs: [`On ${showMoment(at)} another authenticator app was set up in place of the one before. Every other browser was signed out.`, notYou],
    link: { label: "Look after your account", path: "/account" },
  }),
  "factor-reset": ({ step, name, by, at }) => ({
    subject: `Second factor of ${name}: ${{ asked: "a reset is asked for", proposed: "a reset is proposed", confirmed: "a reset is confirmed", stopped: "the reset was stopped", completed: "set up anew" }[step]}`,
    paragraphs: [
      `On ${showMoment(at)}: ${steps[step](name, by)}`,
      ...(step === "stopped" || step === "completed" ? [] : [`If that is not right, stop it: ${name} on their account page, a business manager or chair on the accounts page of the partnership.`]),
    ],
    link: { label: "Sign in to see it", path: "/account" },
  }),
  "factor-reset-link": ({ until }) => ({
    subject: "Set up your second factor anew",
    paragraphs: [`Two people have agreed that you may set up your second factor anew. The link works once, until ${showMoment(until)}, and asks for your password.`, "If you did not ask for this, do not open it. Sign in as usual and stop it on your account page."],
    link: { label: "Set up your second factor", path: "/sign-in/help" },
  }),
};
