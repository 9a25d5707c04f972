import { describe, expect, it } from "vitest";

import { readForm } from "#app/http/parse-form.server.ts";

function post(body: string | FormData | Uint8Array, contentType = "application/x-www-form-urlencoded"): Request {
  const headers = body instanceof FormData ? undefined : { "Content-Type": contentType };
  return new Request("https://portal.example/form", { method: "POST", body: typeof body === "string" || body instanceof FormData ? body : new Uint8Array(body), headers });
}

/** The status and words of the response that reading throws. */
async function refusal(request: Request): Promise<{ status: number; body: unknown }> {
  const thrown: unknown = await readForm(request).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error("The form was read.");
  return { status: thrown.status, body: await thrown.json() };
}

describe("readForm", () => {
  it.each([
    { body: "", expected: {} },
    { body: "title=How+we+work", expected: { title: ["How we work"] } },
    { body: "icb=a&icb=b", expected: { icb: ["a", "b"] } },
    { body: "text=one%0D%0Atwo%0Dthree", expected: { text: ["one\ntwo\nthree"] } },
    { body: "name=Cafe%CC%81", expected: { name: ["Caf\u00e9"] } },
    { body: "a=b=c&d", expected: { a: ["b=c"], d: [""] } },
    { body: "sum=%C2%A31%2C200.50", expected: { sum: ["£1,200.50"] } },
    { body: "emoji=%F0%9F%91%8D", expected: { emoji: ["👍"] } },
  ])("reads $body", async ({ body, expected }) => {
    expect(await readForm(post(body))).toEqual(expected);
  });

  it("reads a multipart form of text", async () => {
    const form = new FormData();
    form.append("title", "How we work\r\ntogether");
    expect(await readForm(post(form))).toEqual({ title: ["How we work\ntogether"] });
  });

  it("keeps a field with the name of an object's own machinery as a field", async () => {
    const values = await readForm(post("__proto__=x&constructor=y"));
    expect(Object.keys(values)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  it.each([
    { what: "a NUL", body: "title=a%00b" },
    { what: "a NUL in a name", body: "a%00b=c" },
    { what: "an unpaired surrogate", body: "title=%ED%A0%80" },
    { what: "bytes that are not UTF-8", body: "title=%FF" },
    { what: "a broken percent sign", body: "title=100%" },
    { what: "raw bytes that are not UTF-8", body: new Uint8Array([0x61, 0x3d, 0xff]) },
  ])("refuses $what with 400", async ({ body }) => {
    expect((await refusal(post(body))).status).toBe(400);
  });

  it("refuses a file with 400, and says so", async () => {
    const form = new FormData();
    form.append("upload", new Blob(["text"]), "notes.txt");
    expect(await refusal(post(form))).toEqual({ status: 400, body: { message: "Files cannot be sent here." } });
  });

  it("refuses a multipart body that ends too soon with 400", async () => {
    expect((await refusal(post("--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x"))).status).toBe(400);
  });

  it.each([{ fields: 400, read: true }, { fields: 401, read: false }])("takes $fields fields: $read", async ({ fields, read }) => {
    const body = Array.from({ length: fields }, (_, at) => `f${String(at)}=1`).join("&");
    if (read) expect(Object.keys(await readForm(post(body)))).toHaveLength(fields);
    else expect((await refusal(post(body))).status).toBe(413);
  });

  it.each(["application/json", "text/plain", ""])("refuses the content type %j with 415", async (contentType) => {
    expect((await refusal(post("{}", contentType))).status).toBe(415);
  });
});
