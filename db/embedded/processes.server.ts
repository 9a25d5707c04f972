import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether a process with this id runs, whoever owns it. A zombie has ended; its id is merely kept. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // Where there is a /proc, a process without its entry ended since it was asked about.
  return stat === "" ? process.platform !== "linux" : !afterName(stat).startsWith("Z");
}

/** What tells one process from a later one with the same id; empty when the system does not say. */
export async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  if (!stat) return ps(pid, "lstart=");
  const ticks = afterName(stat).split(" ")[19] ?? "";
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${boot.trim()}/${ticks}`;
}

/** The command line of a process, or an empty string. */
export async function commandLineOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return line ? line.replaceAll("\0", " ") : ps(pid, "command=");
}

/** Whether the process ended within `ms` milliseconds. */
export async function endedWithin(pid: number, ms: number): Promise<boolean> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; ) {
    if (!(await isRunning(pid))) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return !(await isRunning(pid));
}

async function ps(pid: number, column: string): Promise<string> {
  const answer = await run("ps", ["-o", column, "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return answer.stdout.trim();
}

/** The fields of /proc/<pid>/stat after the name, which stands in brackets and may hold spaces. */
function afterName(stat: string): string {
  return stat.slice(stat.lastIndexOf(")") + 2);
}
