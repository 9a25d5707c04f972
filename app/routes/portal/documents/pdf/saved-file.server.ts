import { privateCache } from "#app/http/responses.ts";

/** Somebody else's PDF is saved, never shown inside a page of ours, and never taken for anything else. */
export function savedFile(body: Uint8Array, name: string): Response {
  const plain = name.replace(/[^\w .()-]/g, "_");
  return new Response(new Uint8Array(body), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": privateCache,
    },
  });
}
