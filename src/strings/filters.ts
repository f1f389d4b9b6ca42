import { sentences } from '#src/strings/sentences.ts';

/** Texts for the filters of lists. */
export const filters = sentences({
  label: 'Filters',
  pill: (name: string, summary: string) => `${name}: ${summary}`,
  /** Ends with a non-breaking space. */
  before: (name: string) => `${name}:\u00A0`,
  summary: (chosen: readonly string[], nothing = 'all') =>
    chosen.length === 0
      ? nothing
      : chosen.length === 1
        ? (chosen[0] ?? '')
        : `${String(chosen.length)} chosen`,
  searchIn: (name: string) => `Search in ${name}`,
  reading: (name: string) => `Reading what ${name} may be.`,
  unread: (name: string) => `Couldn’t load the choices of ${name}.`,
  more: (count: number) => `${String(count)} more. Type to narrow the search.`,
  /** A time that is typed. */
  time: {
    unreadable: (text: string) =>
      `“${text}” is no time. Write it as 22:00, 4 Jun 22:00 or 2025-06-04 22:00.`,
    future: 'This time is in the future. Enter one in the past.',
    stillUsed: (error: string, time: string) => `${error} Still used: ${time}.`,
  },
  none: 'None of that name.',
  blocked: (text: string, why: string) => `${text}: ${why}`,
  all: 'Show all',
  clear: 'Clear all filters',
  ignored: (parts: readonly string[]) =>
    `The address has filters that don’t exist here: ${parts.join(', ')}. They were ignored; the other filters apply.`,
} as const);
