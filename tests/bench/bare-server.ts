import cluster from "node:cluster";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** The least that could be done: two processes of node:http that reply the same bytes to everything. `bare-server.ts FILE PORT` */
const [file = "", port = ""] = process.argv.slice(2);

if (cluster.isPrimary) {
  // As the portal's own workers do.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.fork();
  cluster.fork();
} else {
  const page = readFileSync(file);
  createServer((_req, res) => {
    res.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": page.length });
    res.end(page);
  }).listen(Number(port), "127.0.0.1");
}
