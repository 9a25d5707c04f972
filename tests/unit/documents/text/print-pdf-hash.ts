import { canonicalBytes, sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import { renderPdf } from "#app/domain/documents/text/pdf.server.ts";
import { sampleContent } from "./sample-content.ts";

/** Run as its own process by pdf.test.ts, to compare bytes between processes. */
const content = sampleContent(2000);
process.stdout.write(sha256Hex(await renderPdf(content, sha256Hex(canonicalBytes(content)))));
