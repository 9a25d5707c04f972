import { readFile } from "node:fs/promises";
import { join } from "node:path";

import postgres from "postgres";
import { describe, expect, it, onTestFinished } from "vitest";

import { isRunning } from "#db/embedded/processes.server.ts";
import { embeddedAddress, jobProcessOf, newPlace, workersOf } from "#tests/integration/server/portal-place.ts";
import { startMailServer } from "#tests/support/smtp.ts";

describe("the portal as npm start runs it, when a process is killed", { timeout: 240_000 }, () => {
  it("leaves nothing running when it is killed, and starts again on the same data", async () => {
    const { url, dataDir, start } = await newPlace();
    const own = await start();
    const secret = await readFile(join(dataDir, "app-secret"), "utf8");
    const workers = workersOf(own.pid);
    await own.end("SIGKILL");
    await expect.poll(() => Promise.all(workers.map(isRunning))).toEqual([false, false, false]);
    await start();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await readFile(join(dataDir, "app-secret"), "utf8")).toBe(secret);
  });

  it("keeps one process that sends messages: it sends, is replaced when it is killed, and ends with the rest", async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.stop());
    const { dataDir, begin } = await newPlace();
    const own = begin({ SMTP_URL: mail.url, MAIL_FROM: "portal@example.test", LOG_LEVEL: "silent" });
    await own.says(/is running at/);
    const sql = postgres(await embeddedAddress(dataDir), { max: 1, onnotice: () => undefined });
    onTestFinished(() => sql.end({ timeout: 1 }));
    const write = async (name: string) => {
      const [person] = await sql`insert into portal.people (name) values (${name}) returning id`;
      await sql`insert into access.accounts (person_id, email) values (${String(person?.id)}, ${`${name.toLowerCase()}@example.test`})`;
      const content = { kind: "appointment-ended", partnershipId: null, role: "dsp", office: "Director", organisation: null, endsOn: "2026-10-01" };
      await sql`insert into portal.messages (id, person_id, kind, topic, content) values (gen_random_uuid(), ${String(person?.id)}, ${content.kind}, 'your-account', ${sql.json(content)})`;
    };
    await write("Rowan");
    await expect.poll(() => mail.accepted.map((each) => each.to), { timeout: 30_000 }).toEqual(["rowan@example.test"]);

    const before = jobProcessOf(own.pid);
    const environment = await readFile(`/proc/${before}/environ`, "utf8").catch(() => "");
    expect(environment).not.toMatch(/(^|\0)(DATABASE_URL|MIGRATOR_DATABASE_URL)=/);
    process.kill(before, "SIGKILL");
    await own.says(/The process that sends messages ended \(SIGKILL\); starting another/);
    await write("Hazel");
    await expect.poll(() => mail.accepted.map((each) => each.to), { timeout: 30_000 }).toEqual(["rowan@example.test", "hazel@example.test"]);
    const after = jobProcessOf(own.pid);
    expect(after).not.toBe(before);

    expect(await own.end("SIGTERM")).toBe(0);
    expect(await isRunning(after)).toBe(false);
  });
});
