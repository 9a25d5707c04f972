import { z } from "zod";

import { runInThread } from "#app/domain/shared/run-in-thread.server.ts";

import { lossKinds, type WordProblem, wordProblems, type WordReading } from "./vocabulary.ts";

const limits = { patience: 20_000, memory: 512 };

const problem = z.string().transform((text, context): WordProblem => {
  const known = Object.keys(wordProblems).find((name): name is WordProblem => name === text);
  if (known) return known;
  context.addIssue({ code: "custom", message: "unknown problem" });
  return z.NEVER;
});

const draft = z.object({
  title: z.string().nullable(),
  sections: z.array(z.object({ title: z.string(), body: z.string(), words: z.number() })),
  losses: z.array(z.object({ kind: z.enum(lossKinds), where: z.string().nullable(), what: z.string() })),
});

const reading = z.union([z.object({ ok: z.literal(true), draft }), z.object({ ok: z.literal(false), problem })]);

/** Reads a Word file safely: what it holds can neither stop nor slow the portal. Never throws for a bad file. */
export async function readWordFile(bytes: Uint8Array): Promise<WordReading> {
  const result = await runInThread("app/domain/documents/word/word-thread.server.ts", bytes, limits);
  if (!result.ok) return { ok: false, problem: result.reason === "too-slow" ? "too-slow" : "damaged" };
  return reading.parse(result.value);
}
