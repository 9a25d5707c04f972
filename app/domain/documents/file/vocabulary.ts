/** Largest PDF that may be a document's text, in bytes. The form around it is a little larger. */
export const largestFile = 19_000_000;
/** Most pages of such a PDF. */
export const mostPages = 200;

/** What stands in the way of publishing a PDF. */
export const fileProblems = {
  "not-pdf": "This is not a PDF. Choose a file whose name ends in .pdf",
  "too-large": "The file is larger than 19 MB. Save it again with smaller pictures",
  "too-many-pages": `The file has more than ${String(mostPages)} pages. Choose a shorter one`,
  damaged: "The file is damaged and cannot be read. Save it as a PDF again from the program it was made in",
  "too-slow": "The file took too long to read. Save it as a PDF again from the program it was made in, with fewer pictures and drawings",
  encrypted: "The file is protected with a password or against copying. Save it without protection",
  "no-text": "The file has no text, only pictures. People who listen to pages could not read it. Save it as a PDF from the program it was written in, instead of scanning it",
  attachment: "Another file is attached inside. Take it out: nobody would see it in print",
  script: "There is a script or an action that runs by itself. Take it out, or print the document to a new PDF",
  form: "There are form fields to fill in. Print the document to a new PDF, so that they become plain text",
  comment: "There is a note or comment that reviewers left. Delete it",
  "covered-text": "There is text under a box drawn over it. Anybody can copy it from the file. Delete the words themselves, then save the PDF again",
  "invisible-text": "There is text that is set not to show. Anybody can copy it from the file. Delete it, or save the PDF again from the program it was written in",
  "background-text": "There is text in the same colour as what is behind it. Anybody can copy it from the file. Delete it, or give it another colour",
  "layer-text": "There is text on a layer that is switched off. Anybody can switch it on. Delete the layer",
} as const;

export type FileProblem = keyof typeof fileProblems;

/** One thing found in a file, and on which page; null is the file as a whole. */
export interface FileFinding {
  problem: FileProblem;
  page: number | null;
}

/** A PDF as it will be published: rewritten without its metadata. */
export interface ReadFile {
  bytes: Uint8Array;
  pages: number;
  /** The words of each page, seen or not; the last entry holds what stands in bookmarks, titles and descriptions. */
  texts: string[];
}

export type FileReading = { ok: true; file: ReadFile } | { ok: false; findings: FileFinding[] };

/** "Pages 3 and 7: there is text …", one sentence for each problem in the order of the pages. */
export function describeFindings(findings: readonly FileFinding[]): string[] {
  const inOrder = [...findings].sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
  const problems = [...new Set(inOrder.map((finding) => finding.problem))];
  return problems.map((problem) => {
    const pages = [...new Set(findings.flatMap((finding) => (finding.problem === problem && finding.page !== null ? [finding.page] : [])))].sort((a, b) => a - b);
    return pages.length === 0 ? fileProblems[problem] : `${pagesText(pages)}: ${lowerFirst(fileProblems[problem])}`;
  });
}

/** At most ten are named. */
function pagesText(pages: readonly number[]): string {
  const named = pages.slice(0, 10).map(String);
  const more = pages.length - named.length;
  const list = new Intl.ListFormat("en-GB").format(more > 0 ? [...named, `${String(more)} more`] : named);
  return `${pages.length === 1 ? "Page" : "Pages"} ${list}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
