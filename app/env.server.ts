import { z } from "zod";

import { roleUrls, type LoginRole } from "#db/role-urls.ts";

const port = z.coerce.number("must be a number").int("must be a whole number").min(0, "must be 0 to 65535").max(65_535, "must be 0 to 65535");
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be an address such as postgres://user:password@host:5432/database" });
const onOrOff = z.enum(["on", "off"], 'must be "on" or "off"').transform((value) => value === "on");
const origin = z
  .string()
  .refine(
    (value) => /^https?:\/\/[^/?#@\s]+\/?$/.test(value) && URL.canParse(value),
    "must be an address such as https://safeguarding.example.org, with no path",
  )
  .transform((value) => new URL(value).origin);

const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  ORIGIN: origin.optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATOR_DATABASE_URL: databaseUrl.optional(),
  PORTAL_DATABASE_URL: databaseUrl.optional(),
  PUBLIC_DATABASE_URL: databaseUrl.optional(),
  SIGN_IN_DATABASE_URL: databaseUrl.optional(),
  WORKER_DATABASE_URL: databaseUrl.optional(),
  APP_SECRET: z.string().min(32, "must be at least 32 characters: make one with `openssl rand -base64 32`").optional(),
  DEMO: onOrOff.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an address such as smtps://user:password@mail.example.org:465" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>"\r\n]{1,80} )?<?[^\s<>@"]+@[^\s<>@"]+\.[^\s<>@"]+>?$/, "must be an e-mail address, with a name before it if you like: Safeguarding partnerships <portal@example.org>")
    .optional(),
  NOTICES_PER_MINUTE: z.coerce.number("must be a number").int("must be a whole number").min(1, "must be 1 to 6000").max(6_000, "must be 1 to 6000").default(60),
  WORKERS: z.coerce.number("must be a number").int("must be a whole number").min(1, "must be 1 to 64").max(64, "must be 1 to 64").default(2),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], 'must be "debug", "info", "warn", "error" or "silent"').default("info"),
  TRUST_PROXY: z
    .union([z.literal("off").transform(() => 0), z.coerce.number().int().min(0).max(10)], 'must be "off" or the number of proxies in front, 1 to 10')
    .default(0),
});

export interface Environment {
  PORT: number;
  HOST: string;
  /** Scheme, host and port people use, without a slash at the end. */
  ORIGIN: string;
  /** Whether ORIGIN was set, rather than derived from PORT. */
  originIsSet: boolean;
  DATA_DIR: string;
  /** Whether a database was given; otherwise the portal runs its own. */
  databaseIsSet: boolean;
  /** The address with the right to create roles and migrate, when one was given. */
  adminUrl: string | undefined;
  DEMO: boolean;
  /** The mail server messages go out through; without it they wait, or are shown in a demonstration. */
  SMTP_URL: string | undefined;
  /** Whom messages come from; set whenever SMTP_URL is. */
  MAIL_FROM: string | undefined;
  /** How many letters to agencies go out in a minute, at most. */
  NOTICES_PER_MINUTE: number;
  WORKERS: number;
  LOG_LEVEL: "debug" | "info" | "warn" | "error" | "silent";
  /** Trusted proxies in front; 0 takes no forwarded address at its word. */
  TRUST_PROXY: number;
  /** The secret given, if any. `APP_SECRET` is for code that cannot do without. */
  givenSecret: string | undefined;
  /** Encrypts second-factor secrets at rest. Throws when it was not set. */
  readonly APP_SECRET: string;
  roleUrls: Partial<Record<LoginRole, string>>;
}

/** What is wrong with the environment, in words for the person who set it. Quotes no value. */
export class EnvironmentError extends Error {
  constructor(problems: string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example.`);
    this.name = "EnvironmentError";
  }
}

const secretMissing = "APP_SECRET is not set: it is needed when DATABASE_URL is. Make one with `openssl rand -base64 32` and keep it.";

const roleVariables = {
  portal: "PORTAL_DATABASE_URL",
  public: "PUBLIC_DATABASE_URL",
  signIn: "SIGN_IN_DATABASE_URL",
  worker: "WORKER_DATABASE_URL",
} as const satisfies Record<LoginRole, string>;

/** Reads and checks the environment. An empty variable counts as not set. Throws `EnvironmentError`. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
  }
  const { ORIGIN, DATABASE_URL, MIGRATOR_DATABASE_URL, APP_SECRET, DEMO, ...rest } = parsed.data;
  // The roles' derived passwords come from this very address, so it goes first.
  const adminUrl = DATABASE_URL ?? MIGRATOR_DATABASE_URL;
  const urls = urlsByRole(parsed.data, DATABASE_URL);
  const databaseIsSet = adminUrl !== undefined || Object.keys(urls).length > 0;
  const missing = Object.entries(roleVariables).filter(([role]) => databaseIsSet && !(role in urls));
  const problems = missing.map(([, name]) => `${name} is not set: set it, or set DATABASE_URL, from which it is derived.`);
  if (databaseIsSet && APP_SECRET === undefined) problems.push(secretMissing);
  if (rest.SMTP_URL !== undefined && rest.MAIL_FROM === undefined) problems.push("MAIL_FROM is not set: it is needed when SMTP_URL is.");
  if (problems.length > 0) throw new EnvironmentError(problems);
  return {
    ...rest,
    SMTP_URL: rest.SMTP_URL,
    MAIL_FROM: rest.MAIL_FROM,
    ORIGIN: ORIGIN ?? `http://localhost:${rest.PORT}`,
    originIsSet: ORIGIN !== undefined,
    databaseIsSet,
    adminUrl,
    DEMO: DEMO ?? !databaseIsSet,
    givenSecret: APP_SECRET,
    get APP_SECRET() {
      if (APP_SECRET === undefined) throw new EnvironmentError([secretMissing]);
      return APP_SECRET;
    },
    roleUrls: urls,
  };
}

function urlsByRole(data: z.infer<typeof variables>, databaseUrl: string | undefined): Partial<Record<LoginRole, string>> {
  const derived = databaseUrl ? roleUrls(databaseUrl) : {};
  const named = {
    portal: data.PORTAL_DATABASE_URL,
    public: data.PUBLIC_DATABASE_URL,
    signIn: data.SIGN_IN_DATABASE_URL,
    worker: data.WORKER_DATABASE_URL,
  };
  const set = Object.entries({ ...derived, ...withoutUnset(named) }).filter(([role]) => role in roleVariables);
  return Object.fromEntries(set);
}

function withoutUnset<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

let read: Environment | undefined;

/** The environment of this process, read once, at first use. */
export function env(): Environment {
  read ??= readEnvironment(process.env);
  return read;
}

/** Reads the environment anew at its next use: for a process that goes on with another database. */
export function forgetEnvironment(): void {
  read = undefined;
}

/** Seals with this secret in this process: for the seed of a demonstration, whose secret its own folder keeps. */
export function useSecret(secret: string): void {
  read = readEnvironment({ ...process.env, APP_SECRET: secret });
}

/** This process's variables with `changes` made, for a process started from it; undefined takes one away. */
export function inherited(changes: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** The database address of every role the portal runs as. Throws when none was given or handed on. */
export function databaseUrls(): Record<LoginRole, string> {
  const { portal, public: publicUrl, signIn, worker } = env().roleUrls;
  if (!portal || !publicUrl || !signIn || !worker) {
    throw new EnvironmentError(["DATABASE_URL is not set. `npm start` brings its own database; anything else needs one."]);
  }
  return { portal, public: publicUrl, signIn, worker };
}
