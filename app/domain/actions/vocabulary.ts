/** `proposed-done`: its owner says that it is done, and somebody else decides. */
export const actionStates = ["open", "proposed-done", "closed"] as const;
export type ActionState = (typeof actionStates)[number];

export const actionStateLabels: Record<ActionState, string> = { open: "Open", "proposed-done": "Proposed as done", closed: "Closed" };

export type ActionEntryKind = "recorded" | "progress" | "moved" | "owner-changed" | "proposed" | "more-asked" | "closed";

export const actionEntryLabels: Record<ActionEntryKind, string> = {
  recorded: "Recorded",
  progress: "Progress",
  moved: "Date moved",
  "owner-changed": "Owner changed",
  proposed: "Proposed as done",
  "more-asked": "More asked for",
  closed: "Closed",
};

/** Said wherever something was entered for an owner who cannot enter it. */
export const onBehalfNote = "Entered on its behalf";
