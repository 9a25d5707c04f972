const LINK_ADDRESS = /\]\([^()\s]{0,2000}\)/g;
const TOKEN = /\{\{[^{}\n]{0,60}\}\}/g;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-./,@&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Words a reader sees in a piece of Markdown: link addresses, record tokens and markings are not counted. */
export function countWords(markdown: string): number {
  const text = markdown.replace(LINK_ADDRESS, "] ").replace(TOKEN, " ").replace(ESCAPE, "");
  return text.match(WORD)?.length ?? 0;
}
