import { sentences } from '#src/strings/sentences.ts';

/** Where the value of a fact comes from, below the fact. */
export const factFrom = sentences({
  /** `things` as in "the vault and the regions"; `age` as in "3 min". */
  read: (things: readonly string[], age: string | null) => {
    const from = `Read from ${joined(things)}`;
    return age === null ? `${from}.` : `${from}, ${age} ago.`;
  },
  answered: 'You answered this.',
  counted: 'Counted in this form.',
  chosen: 'Selected in this draft.',
  product: 'Assumed: no Azure service reports it.',
} as const);

function joined(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}
