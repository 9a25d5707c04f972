import { parentPort, workerData } from "node:worker_threads";

import { contributionsList } from "../lists/contributions-list.server.ts";
import { readRows } from "./read-rows.server.ts";

/** Reads the file of contributions it was started with and posts its rows. Started by read-import-file.server.ts. */
const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) parentPort?.postMessage(readRows(contributionsList, bytes));
