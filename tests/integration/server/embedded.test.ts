import { stat } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { ask, newPlace, read, write } from "./embedded-place.ts";

describe.concurrent("the embedded PostgreSQL", { timeout: 90_000 }, () => {
  it("keeps data, password and log in its folder, for its owner only", async (context) => {
    const { dataDir, start } = await newPlace(context);
    const { own, url } = await start();
    await write(url);
    expect(await ask(url, (sql) => sql`show server_encoding`.then(([row]) => row?.["server_encoding"]))).toBe("UTF8");
    expect(await ask(url, (sql) => sql`show listen_addresses`.then(([row]) => row?.["listen_addresses"]))).toBe("127.0.0.1");
    await expect(ask(url.replace(/:[^:@]+@/, ":wrong@"), (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
    for (const name of ["postgres-password", "postgres.log"]) expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, "postgres"))).mode & 0o077).toBe(0);
    expect(await own.end("SIGTERM")).toBe(0);
    expect(await read((await start()).url)).toBe("acknowledged");
  });

  it("refuses a second start on the same folder and leaves the first alone", async (context) => {
    const { begin, start } = await newPlace(context);
    const { own, url } = await start();
    const second = begin();
    await second.says(new RegExp(`FolderInUse: Another portal \\(process ${own.pid}\\) is already using the data folder`));
    await write(url);
    expect(await read(url)).toBe("acknowledged");
  });

  it("lets exactly one of many simultaneous starts have the folder", async (context) => {
    const { begin } = await newPlace(context);
    const all = Array.from({ length: 5 }, begin);
    const said = await Promise.all(all.map(async (own) => (await own.says(/ready at|FolderInUse/))[0]));
    expect(said.sort()).toEqual(["FolderInUse", "FolderInUse", "FolderInUse", "FolderInUse", "ready at"]);
  });
});
