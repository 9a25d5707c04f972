/** A file's own name without its folders, in one readable line of at most 120 characters, its ending kept. */
export function cleanFileName(typed: string): string {
  const last = typed.split(/[\\/]/).at(-1) ?? "";
  const clean = last.normalize("NFC").replace(/[\p{C}\p{Zl}\p{Zp}"<>|:*?]+/gu, " ").replace(/\s+/g, " ").trim();
  return clean.length > 120 ? `${clean.slice(0, 110).trimEnd()}…${clean.slice(-9)}` : clean || "file";
}
