import { parentPort, workerData } from "node:worker_threads";

import { readWord } from "./read-word.server.ts";

/** Reads the Word file it was started with and posts what it found. Started by read-word-file.server.ts. */
const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) parentPort?.postMessage(await readWord(Buffer.from(bytes)));
