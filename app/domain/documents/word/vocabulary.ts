/** What a Word file becomes before it is a draft: sections to look through, and everything that could not come along. */

export interface WordSection {
  title: string;
  /** Markdown, as a section of a draft holds it. */
  body: string;
  words: number;
}

export const lossKinds = [
  "picture",
  "tracked-change",
  "comment",
  "text-box",
  "equation",
  "drawing",
  "embedded-file",
  "header-or-footer",
  "table-of-contents",
  "link",
  "merged-cells",
  "formatting",
  "character",
  "words",
] as const;
export type LossKind = (typeof lossKinds)[number];

export const lossLabels: Record<LossKind, string> = {
  picture: "Picture left out",
  "tracked-change": "Tracked change",
  comment: "Comment left out",
  "text-box": "Text box",
  equation: "Equation left out",
  drawing: "Chart or diagram left out",
  "embedded-file": "Embedded file left out",
  "header-or-footer": "Header or footer left out",
  "table-of-contents": "Table of contents left out",
  link: "Link left out",
  "merged-cells": "Table changed",
  formatting: "Formatting changed",
  character: "Character left out",
  words: "Words left out",
};

/** Something of the file that is not in the draft, or not as it was. */
export interface WordLoss {
  kind: LossKind;
  /** The title of the section it stood in; null when it belongs to the whole file. */
  where: string | null;
  /** What it was, in words for the person who checks. */
  what: string;
}

export interface WordDraft {
  /** What the file's title style says; null without one. */
  title: string | null;
  sections: WordSection[];
  losses: WordLoss[];
}

/** Why a Word file was not read at all. */
export const wordProblems = {
  "not-word": "This is not a Word document (.docx). Open it in your word processor and save it as a Word document (.docx), then choose that file.",
  protected: "This file is protected by a password, or it is in the old .doc format. Save it as a Word document (.docx) without a password, then choose that file.",
  macros: "This file contains macros (small programs), which we do not accept. Save it as a Word document (.docx) without macros, then choose that file.",
  "too-large-unpacked": "This file unpacks to more than 60 MB, which is more than a document needs. Take out large pictures and embedded files, save it and try again.",
  "too-long": "This document has more than 150,000 words, about 400 pages, which is more than we can take in. Split it, or leave out the appendices.",
  "too-many-sections": "This document has more headings than a document here may have sections (100). Use fewer main headings, or lower some of them by one level.",
  empty: "There are no words in this file.",
  damaged: "This file is damaged and cannot be read. Open it in your word processor, save it again as a Word document (.docx), and try again.",
  "too-slow": "This file took too long to read. Take out large tables and pictures, save it and try again.",
} as const;
export type WordProblem = keyof typeof wordProblems;

export type WordReading = { ok: true; draft: WordDraft } | { ok: false; problem: WordProblem };

/** Most words taken from one file. */
export const mostWords = 150_000;
