// @ts-check
// Runs on the section editor alone, as a file of its own: hydrating the page would put the stored text back over
// whatever was typed before the script arrived.

/** @typedef {{ title: string, body: string }} Typed */

const notice = document.getElementById("kept-text");
const form = document.getElementById("section-form");
if (notice && form instanceof HTMLFormElement) keepUnsaved(notice, form);

/**
 * Keeps what is typed in this browser tab until it is saved, and offers it back after a crash or an ended session.
 * @param {HTMLElement} notice hidden until there is something to offer; names the key to keep under
 * @param {HTMLFormElement} form
 */
function keepUnsaved(notice, form) {
  const key = notice.dataset.key ?? "";
  const found = read(key);
  // A page that came back with errors shows what was typed, which is not saved yet.
  const showsSaved = notice.dataset.unsaved !== "yes";
  if (found && sameWords(found, shown(form))) {
    if (showsSaved) write(key, null);
  } else if (found) {
    offer(notice, form, found);
  }
  form.addEventListener("input", () => write(key, typedIn(form)));
}

/**
 * @param {HTMLElement} notice
 * @param {HTMLFormElement} form
 * @param {Typed} kept
 */
function offer(notice, form, kept) {
  notice.hidden = false;
  notice.querySelector("[data-act=back]")?.addEventListener("click", () => {
    const [title, body] = fields(form);
    if (title) title.value = kept.title;
    if (body) body.value = kept.body;
    notice.hidden = true;
    body?.focus();
  });
  notice.querySelector("[data-act=forget]")?.addEventListener("click", () => {
    write(notice.dataset.key ?? "", null);
    notice.hidden = true;
    fields(form)[1]?.focus();
  });
}

/** @param {HTMLFormElement} form */
function fields(form) {
  return ["title", "body"].map((name) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
  });
}

/**
 * @param {HTMLFormElement} form
 * @returns {Typed}
 */
function typedIn(form) {
  const [title, body] = fields(form);
  return { title: title?.value ?? "", body: body?.value ?? "" };
}

/**
 * What the page was sent with, whatever was typed since.
 * @param {HTMLFormElement} form
 * @returns {Typed}
 */
function shown(form) {
  const [title, body] = fields(form);
  return { title: title?.defaultValue ?? "", body: body?.defaultValue ?? "" };
}

/**
 * Saving tidies white space: only other words make a text worth offering.
 * @param {Typed} one
 * @param {Typed} other
 */
function sameWords(one, other) {
  const words = (/** @type {Typed} */ typed) => `${typed.title}\n${typed.body}`.normalize("NFC").replace(/\s+/g, " ").trim();
  return words(one) === words(other);
}

/**
 * @param {string} key
 * @returns {Typed | null}
 */
function read(key) {
  try {
    const value = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return typeof value?.title === "string" && typeof value?.body === "string" ? { title: value.title, body: value.body } : null;
  } catch {
    return null;
  }
}

/**
 * A full or forbidden store keeps nothing, and saving works all the same.
 * @param {string} key
 * @param {Typed | null} typed
 */
function write(key, typed) {
  try {
    if (typed) sessionStorage.setItem(key, JSON.stringify(typed));
    else sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
