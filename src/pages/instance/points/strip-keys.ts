import { STRIP_DAYS } from '#src/pages/instance/points/strip.ts';

/** Where a key leads on the strip: to a day by its place, perhaps among the days before or after. */
export interface StripMove {
  readonly index: number;
  readonly page: 'earlier' | 'later' | null;
}

const LAST = STRIP_DAYS - 1;

/** The move of a key from a place; null when the key is not one of the strip's. */
export function stripMove(key: string, index: number): StripMove | null {
  switch (key) {
    case 'ArrowLeft':
      return index > 0 ? { index: index - 1, page: null } : { index: LAST, page: 'earlier' };
    case 'ArrowRight':
      return index < LAST ? { index: index + 1, page: null } : { index: 0, page: 'later' };
    case 'Home':
      return { index: 0, page: null };
    case 'End':
      return { index: LAST, page: null };
    case 'PageUp':
      return { index, page: 'earlier' };
    case 'PageDown':
      return { index, page: 'later' };
    default:
      return null;
  }
}
