import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { overview } from '#src/strings/overview.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** Why a restore was begun, as the person said; empty where nobody was asked. */
export function causeFacts({ cause }: Pick<Draft, 'cause'>): [label: string, value: string][] {
  if (cause === undefined) return [];
  const { scenario, before } = cause;
  return [
    [whatHappened.title, overview.scenarios[scenario].name],
    ...(before === null
      ? []
      : [[whatHappened.time.label, dateTimeText(instant(before))] satisfies [string, string]]),
  ];
}
