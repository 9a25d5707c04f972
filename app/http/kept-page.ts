/**
 * A public page as rendered, which the server may send again for as long as what it shows is still so. Whether it is, is
 * asked of the database on every request: a takedown shows at once.
 */
export interface KeptPage {
  status: number;
  html: Buffer;
  /** Strong validator of `html`. */
  etag: string;
  cacheControl: string;
  /** Reads the state again. False, or a failure, and the page is rendered anew. */
  isStillSo(): Promise<boolean>;
}
