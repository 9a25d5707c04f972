import { z } from "zod";

import { passwordProblem, type PasswordOwner } from "./password-rules.ts";

export const notRight = "The e-mail address or password is not right";

const emailAddress = z
  .string()
  .trim()
  .min(1, "Enter your e-mail address")
  .max(254, "Enter an e-mail address of 254 characters or fewer")
  .regex(/^$|^[^\s@]+@[^\s@]+$/, "Enter an e-mail address in the right format, like name@example.org");

/** Nobody learns from here what a password looks like: one that could not be right is "not right" like any other. */
export const signInForm = z.object({
  email: emailAddress,
  password: z.string().min(1, "Enter your password").max(1_000, notRight),
});

export const codeForm = z.object({
  code: z
    .string()
    .transform((value) => value.replaceAll(/[\s-]/g, ""))
    .pipe(z.string().min(1, "Enter the code from your authenticator app").regex(/^$|^\d{6}$/, "The code is six figures, like 123456")),
});

/** A recovery code as it was written down; whether it is one is for `signInWithRecoveryCode` to say. */
export const recoveryCodeForm = z.object({ recoveryCode: z.string().trim().min(1, "Enter one of your recovery codes").max(100, "The recovery code is not right") });

export const wrongRecoveryCode = "The recovery code is not right, or it has been used. Each works once";

/** An e-mail address to write to, whoever it belongs to. */
export const helpForm = z.object({ email: emailAddress });

export const codeMessages = {
  wrong: "The code is not right. Enter the six figures your authenticator app shows now",
  used: "That code has been used already. Wait for the next one, up to 30 seconds",
} as const;

/** The password a person chooses for themselves, typed twice because nothing shows what was typed. */
export function newPasswordForm(owner: PasswordOwner) {
  return z
    .object({
      newPassword: z.string().superRefine((value, context) => {
        const message = passwordProblem(value, owner);
        if (message) context.addIssue({ code: "custom", message });
      }),
      newPasswordAgain: z.string(),
    })
    .superRefine(({ newPassword, newPasswordAgain }, context) => {
      if (newPassword !== newPasswordAgain) context.addIssue({ code: "custom", path: ["newPasswordAgain"], message: "The two passwords are not the same. Type it again" });
    });
}
