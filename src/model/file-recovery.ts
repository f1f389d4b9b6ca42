/** A program that attaches the disks of a mounted recovery point to the machine on which it runs. */
export interface RecoveryScript {
  readonly os: 'Windows' | 'Linux' | null;
  /** Where to get it, or the text of it: one of both. */
  readonly source:
    | { readonly kind: 'address'; readonly url: string }
    | { readonly kind: 'text'; readonly text: string };
  readonly extension: string;
  readonly nameSuffix: string;
}
