const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]+/gu;
const MARKUP = /[\\`*_[\]{}<>|#~&]/g;
/** What would start a list, a rule or a heading if the value came first on its line. */
const AT_START = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

/**
 * A value from a record, written so that Markdown shows exactly its characters: a name can never become a link,
 * a heading, a table cell of its own or another record token. Always one line.
 */
export function escapeMarkdown(value: string): string {
  const line = value.normalize("NFC").replace(UNSEEN, " ").replace(/\s+/g, " ").trim().normalize("NFC");
  return line
    .replace(MARKUP, "\\$&")
    .replace(AT_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}
