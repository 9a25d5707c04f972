import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import postgres from "postgres";
import type { TestProject } from "vitest/node";

import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
  }
}

export const templateDatabase = "template_portal";

/** One PostgreSQL for a test project, and a template database made by running the migrations. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "portal-test-"));
  const server = await startEmbedded({ dataDir, fsync: false });
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`create database ${templateDatabase}`);
  await sql.end();
  const url = new URL(server.adminUrl);
  url.pathname = `/${templateDatabase}`;
  await migrate(url.toString());
  project.provide("adminUrl", server.adminUrl);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
