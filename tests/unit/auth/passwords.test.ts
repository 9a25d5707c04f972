import { describe, expect, test } from "vitest";

import { newPasswordForm, notRight, signInForm, codeForm } from "#app/auth/forms.server.ts";
import { hashPassword, verifyPassword } from "#app/auth/password-hash.server.ts";
import { passwordProblem } from "#app/auth/password-rules.ts";
import { takeTurns, TooBusy } from "#app/auth/turns.server.ts";
import { demoPassword } from "#app/auth/demo-password.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

const owner = { email: "rowan.tallis@council.example", name: "Rowan Tallis" };
const tooEasy = "Password is too easy to guess. Try three words that do not belong together";
const ofOwner = "Password must not contain your name or e-mail address";

describe("a new password", () => {
  test.each([
    ["", "Enter a password"],
    ["elevenchars", "Password must be 12 characters or more"],
    ["é".repeat(11), "Password must be 12 characters or more"],
    ["longer than most ".repeat(12), "Password must be 200 characters or fewer"],
    ["aaaaaaaaaaaaaaa", tooEasy],
    ["123456789012", tooEasy],
    ["210987654321", tooEasy],
    ["qwertyuiopas", tooEasy],
    ["abcdefghijklmnop", tooEasy],
    ["Password12345", tooEasy],
    ["P@ssw0rd!2026", tooEasy],
    ["passwordpassword", tooEasy],
    ["Safeguarding1!", tooEasy],
    ["Liverpool 2026!", tooEasy],
    ["my name is Rowan Tallis", ofOwner],
    ["rowan.tallis@council.example", ofOwner],
    ["ROWANTALLIS-harbour", ofOwner],
  ])("%j: %s", (password, problem) => {
    expect(passwordProblem(password, owner)).toBe(problem);
  });

  test.each(["three odd words together", "correct horse battery staple", "Æther-lamp-quarry", demoPassword])("%j is taken", (password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  });

  test("is typed twice", () => {
    const form = newPasswordForm(owner);
    const sent = form.safeParse({ newPassword: "three odd words together", newPasswordAgain: "three odd words togethre" });
    expect(sent.success ? null : fieldErrors(sent.error).fields).toEqual({ newPasswordAgain: "The two passwords are not the same. Type it again" });
    expect(form.safeParse({ newPassword: "three odd words together", newPasswordAgain: "three odd words together" }).success).toBe(true);
  });
});

describe("the forms of signing in", () => {
  const errors = (form: typeof signInForm | typeof codeForm, input: Record<string, string>) => {
    const parsed = form.safeParse(input);
    return parsed.success ? {} : fieldErrors(parsed.error).fields;
  };
  test.each<[Record<string, string>, Record<string, string>]>([
    [{ email: "", password: "" }, { email: "Enter your e-mail address", password: "Enter your password" }],
    [{ email: " a@b ", password: "x" }, {}],
    [{ email: "a b@c", password: "x" }, { email: "Enter an e-mail address in the right format, like name@example.org" }],
    [{ email: `${"a".repeat(250)}@b.example`, password: "x" }, { email: "Enter an e-mail address of 254 characters or fewer" }],
    [{ email: "a@b", password: "x".repeat(1_001) }, { password: notRight }],
  ])("%j", (input, expected) => {
    expect(errors(signInForm, input)).toEqual(expected);
  });
  test.each<[string, Record<string, string>]>([
    ["", { code: "Enter the code from your authenticator app" }],
    ["12345", { code: "The code is six figures, like 123456" }],
    ["12345a", { code: "The code is six figures, like 123456" }],
    [" 123 456 ", {}],
  ])("code %j", (code, expected) => {
    expect(errors(codeForm, { code })).toEqual(expected);
  });
});

describe("hashing", () => {
  test("knows its own password and no other", async () => {
    const kept = await hashPassword("three odd words together");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword("three odd words together", kept)).toBe(true);
    expect(await verifyPassword("three odd words togethre", kept)).toBe(false);
    expect(await verifyPassword("three odd words together", null)).toBe(false);
  });
});

describe("taking turns", () => {
  test("two at once at most, everybody in the end, in order", async () => {
    const inTurn = takeTurns(2, 100);
    let running = 0;
    let most = 0;
    const done: number[] = [];
    const work = (at: number) =>
      inTurn(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        done.push(at);
      });
    await Promise.all(Array.from({ length: 20 }, (_, at) => work(at)));
    expect(most).toBe(2);
    expect(done).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });

  test("work that fails gives its turn on", async () => {
    const inTurn = takeTurns(1, 10);
    const fails = inTurn(() => Promise.reject(new Error("no")));
    const works = inTurn(() => Promise.resolve("yes"));
    await expect(fails).rejects.toThrow("no");
    expect(await works).toBe("yes");
  });

  test("a queue that is too long is refused, and only then", async () => {
    const inTurn = takeTurns(1, 2);
    let finish: () => void = () => undefined;
    const first = inTurn(() => new Promise<void>((resolve) => (finish = resolve)));
    const waiting = [inTurn(() => Promise.resolve(1)), inTurn(() => Promise.resolve(2))];
    await expect(inTurn(() => Promise.resolve(3))).rejects.toThrow(TooBusy);
    finish();
    await first;
    expect(await Promise.all(waiting)).toEqual([1, 2]);
    expect(await inTurn(() => Promise.resolve(4))).toBe(4);
  });
});
