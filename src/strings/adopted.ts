import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

const drafts = (many: number): string => plural(many, '1 draft', `${String(many)} drafts`);

/** Texts for drafts that were stored before drafts belonged to an account. */
export const adopted = sentences({
  title: 'Earlier drafts added',
  ofAccount: (many: number) =>
    `This browser had ${drafts(many)} that belonged to no account. Now only the account you signed in with can see them.`,
  ofDemo: (many: number) =>
    `This browser had ${drafts(many)} from an earlier version. Now only this demo can see them.`,
  dismiss: 'Dismiss',
} as const);
