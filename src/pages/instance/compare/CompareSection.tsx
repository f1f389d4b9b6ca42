import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { Instant } from '#src/lib/time.ts';
import { ASPECTS, machineSide, pointSide, standing } from '#src/model/comparison.ts';
import type { Chosen } from '#src/pages/instance/compare/chosen.ts';
import { CompareTable } from '#src/pages/instance/compare/CompareTable.tsx';
import type { Pair } from '#src/pages/instance/compare/meaning.ts';
import { COMPARISON_ID } from '#src/pages/instance/compare/use-comparing.ts';
import { pointText } from '#src/pages/instance/points/columns.tsx';
import type { Source } from '#src/pages/instance/use-source.ts';
import { comparison as words } from '#src/strings/comparison.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  close: { marginInlineStart: 'auto' },
  second: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface CompareSectionProps {
  readonly chosen: Chosen;
  readonly source: Source;
  readonly now: Instant;
  readonly onClose: () => void;
}

/** Two points side by side, or a point and the machine now: what differs, and what that means. */
export function CompareSection({ chosen, source, now, onClose }: CompareSectionProps) {
  const styles = useStyles();
  const pair = pairOf(chosen, source, now);
  const count = (wanted: ReturnType<typeof standing>) =>
    ASPECTS.filter((aspect) => standing(aspect, pair.a, pair.b) === wanted).length;
  const isGone = pair.isNow && source.machine === null;
  return (
    <section aria-labelledby={COMPARISON_ID} className={styles.root}>
      <div className={styles.head}>
        <SectionHeading level={2} id={COMPARISON_ID}>
          {words.title}
        </SectionHeading>
        <Button
          className={styles.close}
          appearance="subtle"
          icon={<Dismiss20Regular />}
          onClick={onClose}
        >
          {words.close}
        </Button>
      </div>
      {isGone ? (
        <Status tone="warning">{words.gone}</Status>
      ) : (
        <span>{words.sum(count('differs'), count('notChecked'), count('same'))}</span>
      )}
      <CompareTable pair={pair} />
      <span className={styles.second}>{words.onlyPoints}</span>
    </section>
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
