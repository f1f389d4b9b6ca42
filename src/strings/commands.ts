import type { NotExpressible } from '#src/lib/command.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for one command to copy, and for the place of a restore’s commands. */
export const commands = sentences({
  /** What couldn’t be loaded. */
  what: 'the commands',
  /** Why a command isn’t shown. */
  notExpressible: ({ why, option, value }: NotExpressible) =>
    `There is no command for this: ${reasons[why](option)} The value is “${value}”.`,
});

const reasons: Readonly<Record<NotExpressible['why'], (option: string) => string>> = {
  nul: (option) => `${option} would need the character U+0000, which no command can contain.`,
  halfCharacter: (option) =>
    `${option} would need half of a character, which no command can contain.`,
  file: (option) => `the Azure CLI reads a value of ${option} that starts with @ from a file.`,
  shorthand: (option) =>
    `the Azure CLI reads quotes, null, None and ?? at ${option} in a syntax of its own.`,
  list: (option) =>
    `the Azure CLI would read one of several values of ${option} as an option or from a file.`,
};
