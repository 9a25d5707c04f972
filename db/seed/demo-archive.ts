import { readFileSync } from "node:fs";

import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

import { addArchiveEntry } from "#app/domain/archive/add-entry.server.ts";
import { correctArchiveEntry } from "#app/domain/archive/correct-entry.server.ts";
import type { ArchiveDetails } from "#app/domain/archive/vocabulary.ts";
import { readPdf } from "#app/domain/documents/file/read-pdf.server.ts";
import type { ReadFile } from "#app/domain/documents/file/vocabulary.ts";
import { FONT_FILES } from "#app/domain/documents/text/font-files.server.ts";

import type { Stage } from "./demo.ts";
import { form, must } from "./outcomes.ts";

/** What Northmoor and Kestrel Dale had published elsewhere before: a PDF, and addresses of their old sites. */
export async function seedArchive(stage: Stage): Promise<void> {
  await stage.at("2026-04-01T10:30:00Z");
  const file = await readEarlier("northmoor-2023.typ");
  await add(stage, "northmoor", "Priya Sedgewick", { kind: "arrangements", title: "Multi-agency safeguarding arrangements 2023", periodFrom: "2023-09-29", periodTo: "2026-04-19", publishedOn: "2023-09-29", link: null }, file);
  await add(stage, "northmoor", "Priya Sedgewick", { kind: "arrangements", title: "Arrangements for safeguarding children in Northmoor", periodFrom: "2019-09-29", periodTo: "2023-09-28", publishedOn: "2019-09-29", link: "https://www.northmoor-partnership.example/arrangements-2019.pdf" });
  await add(stage, "northmoor", "Priya Sedgewick", { kind: "yearly-report", title: "Yearly report 2024 to 2025", periodFrom: "2024-04-01", periodTo: "2025-03-31", publishedOn: "2025-09-26", link: "https://www.northmoor-partnership.example/reports/2024-25" });

  const report: ArchiveDetails = { kind: "yearly-report", title: "Keeping children safe: our year 2024 to 2025", periodFrom: "2024-04-01", periodTo: "2025-03-31", publishedOn: "2025-10-14", link: "https://www.kestreldale-children.example/our-year" };
  const entryId = await add(stage, "kestrel-dale", "Wilf Tansley", { ...report, publishedOn: "2025-09-14" });
  await stage.at("2026-04-02T15:10:00Z");
  const correction = { partnershipId: await stage.partnershipId("kestrel-dale"), entryId, revision: 1, details: report, reason: "The month in which it was published was wrong.", file: null, looked: false };
  must(await correctArchiveEntry(await stage.actor("Saffron Keld"), correction, form()));
}

async function add(stage: Stage, slug: string, person: string, details: ArchiveDetails, file: ReadFile | null = null): Promise<string> {
  return must(await addArchiveEntry(await stage.actor(person), { partnershipId: await stage.partnershipId(slug), details, file, looked: false }, form())).entryId;
}

/** A document of before, set from its source and read as a PDF that somebody chooses. */
async function readEarlier(name: string): Promise<ReadFile> {
  const folder = new URL("./earlier/", import.meta.url).pathname;
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: FONT_FILES.map((font) => readFileSync(font)) }] });
  const reading = await readPdf(new Uint8Array(compiler.pdf({ mainFileContent: readFileSync(`${folder}${name}`, "utf8") }, { pdfStandard: "ua-1" })));
  if (!reading.ok) throw new Error(`${name}: ${reading.findings.map((finding) => finding.problem).join(", ")}`);
  return reading.file;
}
