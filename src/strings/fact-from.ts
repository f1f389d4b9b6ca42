import { andText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Where the value of a fact comes from, below the fact. */
export const factFrom = sentences({
  /** `things` as in "the vault and the regions"; `age` as in "3 min". */
  read: (things: readonly string[], age: string | null) => {
    const from = `Read from ${andText(things)}`;
    return age === null ? `${from}.` : `${from}, ${age} ago.`;
  },
  answered: 'You answered this.',
  counted: 'Counted in this form.',
  chosen: 'Selected in this draft.',
  product: 'Assumed: no Azure service reports it.',
} as const);
