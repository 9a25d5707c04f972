import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this many bytes compressing saves nothing worth having. */
const smallest = 1_024;

/** Writes a .br and a .gz beside every compressible file under `folder`. */
export async function precompress(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true, encoding: "utf8" });
  await Promise.all(
    names.filter((name) => /\.(css|js|json|svg|txt)$/.test(name)).map(async (name) => {
      const path = join(folder, name);
      if ((await stat(path)).size < smallest) return;
      const bytes = await readFile(path);
      const [br, gz] = await Promise.all([
        brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
        zip(bytes, { level: 9 }),
      ]);
      await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
    }),
  );
}
