import { useEffect, useState } from "react";

interface Typed {
  title: string;
  body: string;
}

export interface KeepUnsavedProps {
  /** The form that holds the fields `title` and `body`. */
  formId: string;
  /** One person's text of one section: nobody else who uses this tab is offered it. */
  storageKey: string;
  /** What is stored: kept words that are the same need no keeping. */
  saved: Typed;
}

/**
 * Keeps what is typed in this browser tab until it is saved, and offers it back after a crash or an ended session.
 * Needs script; without it nothing is kept and the form works all the same.
 */
export function KeepUnsaved({ formId, storageKey, saved: { title, body } }: KeepUnsavedProps) {
  const [kept, setKept] = useState<Typed | null>(null);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const found = readKept(storageKey);
    if (found && sameWords(found, { title, body })) writeKept(storageKey, null);
    else if (found && !sameWords(found, readForm(form))) setKept(found);
    const keep = () => writeKept(storageKey, readForm(form));
    form.addEventListener("input", keep);
    return () => form.removeEventListener("input", keep);
  }, [formId, storageKey, title, body]);

  if (!kept) return null;
  const putBack = () => {
    writeForm(formId, kept);
    setKept(null);
  };
  const forget = () => {
    writeKept(storageKey, null);
    setKept(null);
  };
  return (
    <div className="panel-box" role="status">
      <p className="govuk-body"><strong>Your browser kept text of this section that was not saved.</strong> Put it back to look at it; nothing is saved until you save.</p>
      <div className="govuk-button-group govuk-!-margin-bottom-0">
        <button type="button" className="govuk-button govuk-button--secondary" onClick={putBack}>Put it back</button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={forget}>Forget it</button>
      </div>
    </div>
  );
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

function readForm(form: HTMLFormElement): Typed {
  return { title: field(form, "title")?.value ?? "", body: field(form, "body")?.value ?? "" };
}

function writeForm(formId: string, typed: Typed): void {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return;
  for (const name of ["title", "body"] as const) {
    const box = field(form, name);
    if (box) box.value = typed[name];
  }
  field(form, "body")?.focus();
}

function readKept(storageKey: string): Typed | null {
  try {
    const value: unknown = JSON.parse(window.sessionStorage.getItem(storageKey) ?? "null");
    if (typeof value !== "object" || value === null || !("title" in value) || !("body" in value)) return null;
    return typeof value.title === "string" && typeof value.body === "string" ? { title: value.title, body: value.body } : null;
  } catch {
    return null;
  }
}

/** A full or forbidden store keeps nothing, and saving works all the same. */
function writeKept(storageKey: string, typed: Typed | null): void {
  try {
    if (typed) window.sessionStorage.setItem(storageKey, JSON.stringify(typed));
    else window.sessionStorage.removeItem(storageKey);
  } catch {
    return;
  }
}

/** Saving tidies white space: only other words make a text worth offering. */
function sameWords(one: Typed, other: Typed): boolean {
  const words = ({ title, body }: Typed) => `${title}\n${body}`.normalize("NFC").replace(/\s+/g, " ").trim();
  return words(one) === words(other);
}
