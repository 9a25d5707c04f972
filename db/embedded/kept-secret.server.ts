import { randomBytes } from "node:crypto";
import { link, open, readFile, rm } from "node:fs/promises";

/**
 * The secret kept in `path`, made on first use: 256 bits as 43 characters of base64url, readable
 * by its owner alone. It survives a crash at any point, because what was made with it must stay readable.
 */
export async function keptSecret(path: string): Promise<string> {
  const found = await read(path);
  if (found) return found;
  const draft = `${path}.${process.pid}`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString("base64url")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, path).catch(() => undefined);
  await rm(draft, { force: true });
  const kept = await read(path);
  if (!kept) throw new Error(`The secret in ${path} could not be written. Check the rights on its folder.`);
  return kept;
}

async function read(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw new Error(`${path} cannot be read by this user. Run as the user who made it, or set DATA_DIR to another folder.`, {
      cause: error,
    });
  }
}
