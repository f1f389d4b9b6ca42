interface Place {
  readonly index: number;
  readonly count: number;
  /** Rows in view. */
  readonly page: number;
}

/** The row that a key leads to from another; null when the key leads nowhere. */
export function destination(key: string, { index, count, page }: Place): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
