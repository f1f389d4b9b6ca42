import { makeStyles, tokens } from '@fluentui/react-components';
import type { ActionPlan } from '#src/actions/action.ts';
import { actions as words } from '#src/strings/actions.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { Name } from '#src/ui/Name.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    alignSelf: 'stretch',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  column: { padding: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

export interface PlanColumnsProps {
  readonly sentence: string;
  readonly plan: ActionPlan;
}

/** What an action creates, changes, leaves alone and loses. */
export function PlanColumns({ sentence, plan }: PlanColumnsProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  return (
    <>
      <SectionHeading level={3}>{sentence}</SectionHeading>
      <div className={styles.columns}>
        {(['created', 'changed', 'untouched', 'lost'] as const).map((kind) => (
          <div key={kind} className={styles.column}>
            <h4 className={styles.title}>{words[kind]}</h4>
            <ul className={shared.bullets}>
              {linesOf(plan[kind]).map((line) => (
                <li key={line}>
                  <Name>{line}</Name>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

const linesOf = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [words.nothing] : lines;
