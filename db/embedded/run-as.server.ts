import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Account {
  uid: number;
  gid: number;
}

/** How to start a PostgreSQL program, which refuses to run as root. */
export interface RunAs {
  /** The account that must own the data; null when that is the present user. */
  owner: Account | null;
  /** Identity for `spawn`; empty when the command itself changes identity. */
  identity: Account | Record<string, never>;
  /** Words to put before the program. */
  prefix: string[];
}

/**
 * Chooses the account for PostgreSQL. An ordinary user runs it as itself. Root hands it to the owner
 * of an existing `cluster`, else to `postgres` (made when missing), else to `nobody`.
 *
 * `places` are what the account must reach; the first of them is a program that proves it. Where root
 * keeps them closed (a home folder, a private temporary folder) the account gets the one capability
 * that opens folders, and no other.
 */
export async function chooseAccount(cluster: string, places: [program: string, ...folders: string[]]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { owner: null, identity: {}, prefix: [] };
  const owner =
    (await ownerOf(cluster)) ?? (await accountNamed("postgres")) ?? (await makePostgres()) ?? (await accountNamed("nobody"));
  if (!owner) throw new Error("PostgreSQL does not run as root and no other account was found. Add a user called postgres.");

  const closed = await firstClosed(places, owner);
  if (!closed) return { owner, identity: owner, prefix: [] };

  const prefix = openingFolders(owner);
  const [command = "setpriv", ...words] = prefix;
  const opens = await succeeds(command, [...words, places[0], "--version"]);
  if (opens) return { owner, identity: {}, prefix };
  throw new Error(
    `PostgreSQL does not run as root, and the account it runs as cannot reach ${closed}. ` +
      "Put the project and DATA_DIR where every user may enter, run as an ordinary user, or set DATABASE_URL.",
  );
}

/** `no_setuid_fixup` makes access(2) honour the capability, which PostgreSQL asks before it runs. */
function openingFolders({ uid, gid }: Account): string[] {
  const only = "-all,+dac_override";
  return [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
    "--",
  ];
}

async function ownerOf(cluster: string): Promise<Account | null> {
  const found = await stat(cluster).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

async function accountNamed(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, name])).stdout)));
    return uid && gid ? { uid, gid } : null;
  } catch {
    return null;
  }
}

async function makePostgres(): Promise<Account | null> {
  await succeeds("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  return accountNamed("postgres");
}

async function succeeds(command: string, args: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

/** The first folder on the way to `places` that the account may not enter. */
async function firstClosed(places: string[], account: Account): Promise<string | null> {
  for (const place of places) {
    for (let folder = dirname(resolve(place)); ; folder = dirname(folder)) {
      const { mode, uid, gid } = await stat(folder);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return null;
}
