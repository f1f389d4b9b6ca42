import type { Draft } from '#src/wizard/draft/schema.ts';

/** The name of a draft's machine, the last part of its protected item's; undefined when none is chosen. */
export function machineOf({ choices }: Draft): string | undefined {
  return choices.instance?.split(';').at(-1);
}
