import { Button, mergeClasses } from '@fluentui/react-components';
import type { Instant } from '#src/lib/time.ts';
import { ASPECTS, machineSide, pointSide, type Standing, standing } from '#src/model/comparison.ts';
import type { Chosen } from '#src/pages/instance/compare/chosen.ts';
import { CompareTable } from '#src/pages/instance/compare/CompareTable.tsx';
import type { Pair } from '#src/pages/instance/compare/meaning.ts';
import { COMPARISON_ID } from '#src/pages/instance/compare/use-comparing.ts';
import { pointText } from '#src/pages/instance/points/columns.tsx';
import { Section } from '#src/pages/instance/Section.tsx';
import { usePartStyles } from '#src/pages/instance/styles.ts';
import type { Source } from '#src/pages/instance/use-source.ts';
import { comparison as words } from '#src/strings/comparison.ts';
import { Status } from '#src/ui/Status.tsx';

export interface CompareSectionProps {
  readonly chosen: Chosen;
  readonly source: Source;
  readonly now: Instant;
  readonly onClose: () => void;
}

/** Two points side by side, or a point and the machine now: what differs, and what that means. */
export function CompareSection({ chosen, source, now, onClose }: CompareSectionProps) {
  const styles = usePartStyles();
  const pair = pairOf(chosen, source, now);
  const count = (wanted: Standing) =>
    ASPECTS.filter((aspect) => standing(aspect, pair.a, pair.b) === wanted).length;
  return (
    <Section
      id={COMPARISON_ID}
      title={words.title}
      beside={
        <Button className={styles.end} appearance="subtle" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <div className={mergeClasses(styles.inset, styles.column)}>
        {pair.isNow && source.machine === null ? (
          <Status tone="warning">{words.gone}</Status>
        ) : (
          words.sum(count('differs'), count('notChecked'), count('same'))
        )}
        <CompareTable pair={pair} />
        <span className={styles.second}>{words.onlyPoints}</span>
      </div>
    </Section>
  );
}

function pairOf({ one, other }: Chosen, source: Source, now: Instant): Pair {
  const a = pointSide(one);
  if (other !== null) {
    return { a, b: pointSide(other), names: [pointText(one), pointText(other)], isNow: false };
  }
  const b = machineSide({ ...source, at: now });
  return { a, b, names: [pointText(one), words.now], isNow: true };
}
