/** The request that Restore would send, as text. */
export interface RequestPreview {
  /** Those sent just before it, which start nothing: method and address. */
  readonly before: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly body: string;
}
