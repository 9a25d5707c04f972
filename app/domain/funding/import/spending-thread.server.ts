import { parentPort, workerData } from "node:worker_threads";

import { spendingList } from "../lists/spending-list.server.ts";
import { readRows } from "./read-rows.server.ts";

/** Reads the file of spending it was started with and posts its rows. Started by read-import-file.server.ts. */
const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) parentPort?.postMessage(readRows(spendingList, bytes));
