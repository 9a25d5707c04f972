import type { ReactNode } from "react";

export interface ContentsListProps {
  items: readonly { href: string; text: string }[];
  /** Number the items as the sections are numbered. */
  numbered?: boolean;
  /** Downloads and other links that belong beside the text. */
  children?: ReactNode;
}

/** The contents of a long page. On a wide screen it stays in view beside the text (inside `.document`). */
export function ContentsList({ items, numbered = true, children }: ContentsListProps) {
  const links = items.map((item) => <li key={item.href}><a href={item.href}>{item.text}</a></li>);
  return (
    <nav className="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      {numbered ? <ol>{links}</ol> : <ul>{links}</ul>}
      {children}
    </nav>
  );
}
