import { SectionHeading } from '#src/ui/page.tsx';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { planHashQuery } from '#src/api/queries/validations.ts';
import { commands, planCommands as words } from '#src/strings/commands.ts';
import { Part } from '#src/ui/Part.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    paddingBlockStart: tokens.spacingVerticalM,
  },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What draws the scripts of a plan, which its datasource loads when they are shown. */
export interface ScriptsProps {
  /** The plan as text. */
  readonly plan: string;
  /** Null: this browser can’t calculate it. */
  readonly hash: string | null;
  /** The request stands beside it: its script can be copied and saved, and isn't written out. */
  readonly hidesRest?: boolean;
}

export interface PlanCommandsProps {
  /** Null: something that the request needs isn’t chosen or read. */
  readonly plan: string | null;
  readonly Scripts: ComponentType<ScriptsProps>;
  readonly level: 2 | 3;
  /** In a tab of Review, beside the request: it is opened already, under the name of the tab. */
  readonly isOnReview?: boolean;
}

/** The same restore as commands, on Review and on the page of its job: its number, and its scripts when they are wanted. */
export function PlanCommands({ plan, Scripts, level, isOnReview = false }: PlanCommandsProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(isOnReview);
  const onToggle = isOnReview ? null : () => setIsOpen(!isOpen);
  return (
    <section aria-label={words.title} className={styles.root}>
      {!isOnReview && <SectionHeading level={level}>{words.title}</SectionHeading>}
      {plan === null ? (
        <span className={styles.note}>{words.waits}</span>
      ) : (
        <KnownPlan {...{ plan, Scripts, isOpen, onToggle }} />
      )}
    </section>
  );
}

interface KnownPlanProps extends Pick<PlanCommandsProps, 'Scripts'> {
  readonly plan: string;
  readonly isOpen: boolean;
  /** Null: it is always open. */
  readonly onToggle: (() => void) | null;
}

function KnownPlan({ plan, Scripts, isOpen, onToggle }: KnownPlanProps) {
  // Undefined: on its way.
  const { data: hash } = useQuery(planHashQuery(plan));
  return (
    <>
      {typeof hash === 'string' && <span>{words.plan(hash)}</span>}
      {onToggle !== null && (
        <Button size="small" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? words.hide : words.show}
        </Button>
      )}
      {isOpen && hash !== undefined && (
        <Part what={commands.what} waiting={<span role="status">{words.loading}</span>}>
          <Scripts plan={plan} hash={hash} hidesRest={onToggle === null} />
        </Part>
      )}
    </>
  );
}
