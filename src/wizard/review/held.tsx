import { Checkbox } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { checks as words } from '#src/strings/checks.ts';
import type { CheckResult } from '#src/wizard/review/check.ts';

/** A check as Review shows it. */
export interface ShownCheck extends Pick<CheckResult, 'found'> {
  readonly name: string;
  /** A datasource may have states of its own: none of them holds a press. */
  readonly state: string;
}

/** What the checks of Review say against a press. */
interface Held {
  /** Why Restore can’t be selected; null: no check holds it. */
  readonly reason: string | null;
  /** The box by which the warnings are read; null: none warns. */
  readonly box: ReactNode;
}

/**
 * Holds a press for the checks: one that failed holds it until it is mended, those that warn hold it until they are
 * read. What was read of some checks isn’t read of others.
 */
export function useHeld(checks: readonly ShownCheck[]): Held {
  const [read, setRead] = useState('');
  const names = warnedNames(checks);
  const key = names.join('\n');
  const isRead = read === key;
  const box =
    names.length === 0 ? null : (
      <Checkbox
        checked={isRead}
        onChange={(_, { checked }) => setRead(checked === true ? key : '')}
        label={words.warningsRead(names)}
      />
    );
  return { reason: heldReason(checks, isRead), box };
}

/** Why the checks hold a press; `isRead`: whether their warnings were read. Null: they don’t. */
export function heldReason(checks: readonly ShownCheck[], isRead: boolean): string | null {
  const failed = checks.flatMap(({ name, state }) => (state === 'failed' ? [name] : []));
  if (failed.length > 0) return words.held(failed);
  return isRead || warnedNames(checks).length === 0 ? null : words.readFirst;
}

const warnedNames = (checks: readonly ShownCheck[]): string[] =>
  checks.flatMap(({ name, state }) => (state === 'warned' ? [name] : []));

/** The warnings of the checks, as the record of a press has them. */
export const warningsOf = (checks: readonly ShownCheck[]): string[] =>
  checks.flatMap(({ name, state, found }) =>
    state === 'warned' && found !== '' ? [words.warning(name, found)] : [],
  );
