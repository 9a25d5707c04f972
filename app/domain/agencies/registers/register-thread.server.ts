import { parentPort, workerData } from "node:worker_threads";

import { readRegisterFile } from "./read-register-file.server.ts";

/** Reads the file of a register that it was told of and posts what it found. Started by read-register.server.ts. */
const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) parentPort?.postMessage(await readRegisterFile(JSON.parse(new TextDecoder().decode(bytes))));
