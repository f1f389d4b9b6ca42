import { instance } from '#src/strings/instance.ts';
import { common } from '#src/strings/common.ts';

const states: Readonly<Record<string, string>> = instance.states;

/** A state of protection in words; one that nobody knows as Azure spells it. */
export function stateText(state: string): string {
  return states[state.toLowerCase()] ?? (state === '' ? common.notReported : state);
}
