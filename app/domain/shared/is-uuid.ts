const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether this can be an identifier of ours: asked before an address or a hidden field reaches a uuid column. */
export function isUuid(value: string): boolean {
  return pattern.test(value);
}
