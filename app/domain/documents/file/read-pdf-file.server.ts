import { z } from "zod";

import { runInThread } from "#app/domain/shared/run-in-thread.server.ts";

import { type FileProblem, fileProblems, type FileReading, largestFile } from "./vocabulary.ts";

const limits = { patience: 90_000, memory: 768 };

const problem = z.string().transform((text, context): FileProblem => {
  const known = Object.keys(fileProblems).find((name): name is FileProblem => name === text);
  if (known) return known;
  context.addIssue({ code: "custom", message: "unknown problem" });
  return z.NEVER;
});

const reading = z.union([
  z.object({ ok: z.literal(true), file: z.object({ bytes: z.instanceof(Uint8Array), pages: z.int(), texts: z.array(z.string()) }) }),
  z.object({ ok: z.literal(false), findings: z.array(z.object({ problem, page: z.int().nullable() })) }),
]);

/** Reads a PDF safely: what it holds can neither stop nor slow the portal. Never throws for a bad file. */
export async function readPdfFile(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length > largestFile) return { ok: false, findings: [{ problem: "too-large", page: null }] };
  const result = await runInThread("app/domain/documents/file/pdf-thread.server.ts", bytes, limits);
  if (!result.ok) return { ok: false, findings: [{ problem: result.reason === "too-slow" ? "too-slow" : "damaged", page: null }] };
  return reading.parse(result.value);
}
