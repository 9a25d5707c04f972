import { text } from "node:stream/consumers";

/** Ctrl-C while the password was being typed. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

/** A password from the person at the terminal, who does not see it; from a pipe, its first line. */
export async function readPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) return ((await text(process.stdin)).split(/\r?\n/)[0] ?? "").normalize("NFC");
  process.stdout.write(question);
  process.stdin.setRawMode(true);
  process.stdin.setEncoding("utf8");
  try {
    return (await readLine(process.stdin)).normalize("NFC");
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stdout.write("\n");
  }
}

async function readLine(keys: AsyncIterable<unknown>): Promise<string> {
  let typed: string[] = [];
  for await (const chunk of keys) {
    for (const key of String(chunk)) {
      if (key === "\r" || key === "\n") return typed.join("");
      if (key === "\u0003") throw new Cancelled();
      typed = key === "\u007f" || key === "\b" ? typed.slice(0, -1) : [...typed, key];
    }
  }
  return typed.join("");
}
