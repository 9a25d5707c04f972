import { describe, expect, it } from "vitest";

import { EnvironmentError, readEnvironment } from "#app/env.server.ts";

const secret = "an application secret of forty characters";
const database = "postgres://admin:pass%20word@db.example.org:5432/portal";

function problems(source: Record<string, string>): string {
  try {
    readEnvironment(source);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return error instanceof Error ? error.message : "";
  }
  return "none";
}

describe("the environment", () => {
  it("needs nothing for a first run, which is a demonstration on loopback", () => {
    const settings = readEnvironment({});
    expect(settings).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", ORIGIN: "http://localhost:3000", DATA_DIR: ".data", WORKERS: 2, TRUST_PROXY: 0 });
    expect(settings).toMatchObject({ DEMO: true, databaseIsSet: false, originIsSet: false, LOG_LEVEL: "info" });
  });

  it("has no secret to fall back on", () => {
    expect(() => readEnvironment({}).APP_SECRET).toThrow(/APP_SECRET is not set/);
    expect(problems({ DATABASE_URL: database })).toMatch(/APP_SECRET is not set: .*openssl rand/);
  });

  it("derives the restricted roles from one address and leaves the demonstration off", () => {
    const settings = readEnvironment({ DATABASE_URL: database, APP_SECRET: secret });
    expect(settings.DEMO).toBe(false);
    expect(settings.adminUrl).toBe(database);
    expect(settings.APP_SECRET).toBe(secret);
    expect(Object.keys(settings.roleUrls).sort()).toEqual(["portal", "public", "signIn", "worker"]);
    expect(settings.roleUrls.public).not.toContain("pass%20word");
  });

  it("takes an address given for one role before the derived one", () => {
    const own = "postgres://reader:word@replica.example.org/portal";
    const settings = readEnvironment({ DATABASE_URL: database, PUBLIC_DATABASE_URL: own, APP_SECRET: secret });
    expect(settings.roleUrls.public).toBe(own);
  });

  it("names each role whose address is missing", () => {
    const said = problems({ PORTAL_DATABASE_URL: database, APP_SECRET: secret });
    expect(said).toMatch(/PUBLIC_DATABASE_URL is not set/);
    expect(said).toMatch(/SIGN_IN_DATABASE_URL is not set/);
    expect(said).not.toMatch(/PORTAL_DATABASE_URL is not set/);
  });

  it("counts an empty variable as not set", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: "", DEMO: "" })).toMatchObject({ PORT: 3000, databaseIsSet: false, DEMO: true });
  });

  it("takes a mail server with whom messages come from, or neither", () => {
    const mail = { SMTP_URL: "smtps://portal:pass%20word@mail.example.org:465", MAIL_FROM: "Safeguarding partnerships <portal@example.org>" };
    expect(readEnvironment(mail)).toMatchObject(mail);
    expect(readEnvironment({}).SMTP_URL).toBeUndefined();
    expect(problems({ SMTP_URL: mail.SMTP_URL })).toMatch(/MAIL_FROM is not set: it is needed when SMTP_URL is\./);
    expect(problems({ ...mail, SMTP_URL: "http://mail.example.org" })).toMatch(/SMTP_URL must be an address such as smtps:/);
    for (const from of ["portal", "Portal portal@", 'A "B" <a@b.org>', "A <a@b.org>\r\nBcc: c@d.org"]) expect(problems({ ...mail, MAIL_FROM: from })).toMatch(/MAIL_FROM must be an e-mail address/);
  });

  it("takes the origin without its slash", () => {
    expect(readEnvironment({ ORIGIN: "https://safeguarding.example.org/" })).toMatchObject({ ORIGIN: "https://safeguarding.example.org", originIsSet: true });
  });

  it.each([
    ["PORT", "eighty", /PORT must be a number/],
    ["PORT", "70000", /PORT must be 0 to 65535/],
    ["ORIGIN", "safeguarding.example.org", /ORIGIN must be an address such as https/],
    ["ORIGIN", "https://example.org/portal", /ORIGIN must be an address .* with no path/],
    ["DATABASE_URL", "mysql://db/portal", /DATABASE_URL must be an address such as postgres/],
    ["APP_SECRET", "short", /APP_SECRET must be at least 32 characters/],
    ["DEMO", "yes", /DEMO must be "on" or "off"/],
    ["NOTICES_PER_MINUTE", "0", /NOTICES_PER_MINUTE must be 1 to 6000/],
    ["WORKERS", "0", /WORKERS must be 1 to 64/],
    ["LOG_LEVEL", "loud", /LOG_LEVEL must be/],
    ["TRUST_PROXY", "everyone", /TRUST_PROXY must be "off" or the number/],
  ])("refuses %s=%s by name", (name, value, message) => {
    expect(problems({ [name]: value })).toMatch(message);
  });

  it("never quotes what was given", () => {
    expect(problems({ APP_SECRET: "hunter2", DATABASE_URL: "mysql://admin:hunter3@db" })).not.toMatch(/hunter/);
  });
});
