import { sentences } from '#src/strings/sentences.ts';

/** Texts for the card that a demo shows on its first visit. */
export const firstVisit = sentences({
  title: 'First visit?',
  tries: {
    restore: 'Try a restore',
    blocked: 'See why something isn’t possible',
    lost: 'Lose an answer',
  },
  close: 'Close',
});
