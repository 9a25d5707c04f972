/** An error reduced to what may be logged: messages can quote drafts, names or tokens, so they are left out. */
export interface LoggableError {
  name: string;
  code?: string;
  frames: string[];
}

/** Name, code and stack frames of an error; never its message. */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { name: error.name, code, frames: frames.slice(0, 12) };
}

/** Writes one line of JSON to standard error. `requestId` is the reference the user was shown. */
export function logFailure(error: unknown, requestId: string): void {
  const line = { level: 50, time: Date.now(), event: "request.failed", requestId, ...loggableError(error) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
