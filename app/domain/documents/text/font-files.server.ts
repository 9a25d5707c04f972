import { join } from "node:path";

/** Found from the folder the server is started in, which is the same for sources, tests and the built server. */
export const TEXT_FOLDER = join(process.cwd(), "app/domain/documents/text");

/** Source Sans 3 (SIL Open Font License): regular, italic, semibold, semibold italic. All cover the same characters. */
export const FONT_FILES = ["regular", "italic", "semibold", "semibold-italic"].map((style) =>
  join(TEXT_FOLDER, "fonts", `source-sans-3-${style}.ttf`),
);
