import { refused } from "#app/http/responses.ts";

import { cleanFileName } from "./file-name.ts";
import type { FormValues } from "./form-values.ts";

export interface Upload {
  values: FormValues;
  /** Null when no file was chosen. */
  file: { name: string; bytes: Uint8Array } | null;
}

/**
 * Reads a form with one file in the field `name`. How large it may be is decided before it gets here (server/body.ts).
 * What the file says of its own type is not believed. Throws a 4xx response for what no form of ours sends.
 */
export async function readUpload(request: Request, name: string): Promise<Upload> {
  const form = await request.formData().catch(() => {
    throw refused(400);
  });
  const values = new Map<string, string[]>();
  let file: Upload["file"] = null;
  for (const [field, value] of form.entries()) {
    if (typeof value === "string") {
      if (`${field}${value}`.includes("\0")) throw refused(400);
      values.set(field, [...(values.get(field) ?? []), value.replace(/\r\n?/g, "\n").normalize("NFC")]);
    } else if (field === name && file === null) {
      const bytes = new Uint8Array(await value.arrayBuffer());
      if (bytes.length > 0) file = { name: cleanFileName(value.name), bytes };
    } else throw refused(400);
  }
  return { values: Object.fromEntries(values), file };
}
