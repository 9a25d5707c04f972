/** Why the portal cannot start, said to the person who started it; no stack is shown. */
export class CannotStart extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "CannotStart";
  }
}
