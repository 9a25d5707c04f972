/** "1.2 MB", "96 kB": sizes of downloads, in units of a thousand, as file managers show them. */
export function showSize(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${String(Math.max(1, Math.round(bytes / 1_000)))} kB`;
}

/** "1 page, 96 kB", "24 pages, 1.2 MB". */
export function showExtent({ pages, size }: { pages: number; size: number }): string {
  return `${String(pages)} ${pages === 1 ? "page" : "pages"}, ${showSize(size)}`;
}
