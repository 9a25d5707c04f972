import { parentPort, workerData } from "node:worker_threads";

import { readPdf } from "./read-pdf.server.ts";

/** Reads the PDF it was started with and posts what it found. Started by read-pdf-file.server.ts. */
const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) parentPort?.postMessage(await readPdf(bytes));
