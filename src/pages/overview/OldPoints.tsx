import { Button, mergeClasses } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { oldPointsQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { countText } from '#src/lib/format.ts';
import { POINT_AGES, type PointAge } from '#src/model/instances.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { overview } from '#src/strings/overview.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Loaded } from '#src/ui/states.tsx';

const words = overview.oldPoints;

const stored = storedValues<PointAge>('pointAge', {
  safeParse: (value) => {
    const data = POINT_AGES.find((age) => age === value);
    return data === undefined ? { success: false } : { success: true, data };
  },
});

/** The age that restore points are counted by, as this account chose it. */
const pointAge = (): PointAge => stored.read('') ?? '24h';

/** Keeps the age for all tabs of this account. */
const choosePointAge = (age: PointAge): void => stored.write('', age);

/** Calls back after every choice, also one of another tab. Returns the way to stop. */
const onPointAge = stored.listen;

/** How many VMs have had no restore point for longer than the person allows; 0 only where Azure counted 0. */
export function OldPoints() {
  const { column, close, second } = useCommonStyles();
  const age = useSyncExternalStore(onPointAge, pointAge);
  const counts = useQuery(oldPointsQuery(age));
  const title = words.title(words.ages[age]);
  return (
    <section className={mergeClasses(column, close)} aria-label={title}>
      <SectionHeading level={2}>{title}</SectionHeading>
      <Loaded query={counts} problemOf={problemOf} what={words.what} rows={1}>
        {({ older, none }) => (
          <>
            <RouterLink to="/instances" search={{ older: age }}>
              {words.vms(older + none, countText(older + none))}
            </RouterLink>
            {none > 0 && (
              <RouterLink to="/instances" search={{ older: 'none' }}>
                {words.none(countText(none))}
              </RouterLink>
            )}
          </>
        )}
      </Loaded>
      <details className={second}>
        <summary>{words.counted}</summary>
        {words.scope}
        <div role="group" aria-label={words.age}>
          {POINT_AGES.map((one) => (
            <Button
              key={one}
              size="small"
              appearance={one === age ? 'primary' : 'subtle'}
              aria-pressed={one === age}
              onClick={() => choosePointAge(one)}
            >
              {words.ages[one]}
            </Button>
          ))}
        </div>
      </details>
    </section>
  );
}
