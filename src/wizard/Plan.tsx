import { SectionHeading } from '#src/ui/page.tsx';
import { Modal } from '#src/ui/dialogs.tsx';
import { TitledList } from '#src/ui/explanation.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/styles.ts';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { memo, type ReactNode, useState } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { Rule } from '#src/rules/rule.ts';
import { coverage } from '#src/strings/checks.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { Findings } from '#src/wizard/explain/findings.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import type { FieldPlace } from '#src/wizard/steps/task-steps.ts';

const words = wizard.plan;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  last: { marginTop: tokens.spacingVerticalXL },
});

/** What a plan says. */
export interface PlanProps {
  /** The restore in one sentence, as far as it is chosen. */
  readonly sentence: string;
  /** What comes of it and what it costs, for where there is room for one line. */
  readonly line: string;
  /** What will not come back, in sentences. */
  readonly lost: readonly string[];
  readonly findings: Findings;
  /** Where what a rule refuses can be changed; null: nowhere. */
  readonly wayTo: (rule: Rule) => FieldPlace | null;
  /** Whether the field of a rule says by itself what the rule does. */
  readonly isShownAtOnce: (rule: Rule) => boolean;
  readonly fieldLabel: ViewModel<never>['fieldLabel'];
  /** The step beside the plan: it says itself what is refused there. */
  readonly step: string;
  readonly goTo: GoTo;
  /** How long it will take, and by what. */
  readonly expected?: ReactNode;
  /** What could refuse the restore and nothing here looks at, by name. */
  readonly notLookedAt?: readonly string[];
  /** What was chosen and is not used. */
  readonly renderNotUsed?: (goTo: GoTo) => ReactNode;
}

/** The duration, data loss, warnings, and what is left to do. An empty part is left out. */
function PlanParts(props: Omit<PlanProps, 'sentence' | 'line'>) {
  const {
    lost,
    findings,
    wayTo,
    isShownAtOnce,
    fieldLabel,
    step,
    goTo,
    expected,
    notLookedAt = [],
    renderNotUsed,
  } = props;
  const styles = useStyles();
  // What Review itself asks for is left to it.
  const toDo = findings.refused
    .map(({ rule }) => ({ rule, place: wayTo(rule) }))
    .filter(({ rule, place }) => place !== null || rule.kind === 'block');
  return (
    <>
      {expected}
      {renderNotUsed?.(goTo)}
      <TitledList title={words.lost}>
        {lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </TitledList>
      <TitledList title={words.watchOut}>
        {findings.warned.map(({ rule }) => (
          <li key={rule.id}>
            <Status tone="warning">{sayOf(rule)}</Status>
          </li>
        ))}
      </TitledList>
      <TitledList title={words.toSettle}>
        {toDo.map(({ rule, place }) => (
          <li key={rule.id}>
            {place === null ? (
              sayOf(rule)
            ) : (
              <LinkButton onClick={() => goTo(place.step, place.field)}>
                {rule.kind === 'block' && place.step === step && isShownAtOnce(rule)
                  ? fieldLabel(place.field)
                  : sayOf(rule)}
              </LinkButton>
            )}
          </li>
        ))}
      </TitledList>
      {notLookedAt.length > 0 && (
        <div className={styles.last}>
          <PlanFold title={coverage.state} lines={notLookedAt} />
        </div>
      )}
    </>
  );
}

interface PlanFoldProps {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A list of a plan that is folded up. */
export function PlanFold({ title, lines }: PlanFoldProps) {
  const styles = useStyles();
  return (
    <details>
      <summary>{title}</summary>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

const usePanelStyles = makeStyles({
  root: {
    width: '368px',
    flexShrink: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box',
    [NO_PANEL_BESIDE]: { display: 'none' },
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
  },
  live: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What will happen, in words, as it is chosen, beside the form. */
export const PlanPanel = memo(function PlanPanel(props: PlanProps) {
  const styles = usePanelStyles();
  return (
    <aside className={styles.root} aria-label={words.title}>
      <div className={styles.head}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <span className={styles.live}>{words.live}</span>
      </div>
      <p>{props.sentence}</p>
      <PlanParts {...props} />
    </aside>
  );
});

const useLineStyles = makeStyles({
  root: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  whereNarrow: { display: 'none', [NO_PANEL_BESIDE]: { display: 'block' } },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    // The link's own color falls below 4.5 to 1 on a hovered line in the dark.
    ':hover > :last-child': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  open: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    color: tokens.colorBrandForegroundLink,
  },
  drawer: {
    width: '320px',
    maxWidth: '100%',
    height: '100dvh',
    maxHeight: '100dvh',
    margin: 0,
    marginInlineStart: 'auto',
    padding: 0,
  },
  wide: { width: '680px' },
  content: { padding: tokens.spacingHorizontalXXL },
  close: { marginInlineStart: 'auto' },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The plan in one line, for where there is no room beside the form. It opens as a drawer. */
export function PlanLine({ sentence, line, goTo, ...parts }: PlanProps) {
  const styles = useLineStyles();
  return (
    <PlanDrawer className={styles.whereNarrow} line={line} goTo={goTo}>
      {(leave) => (
        <>
          <p>{sentence}</p>
          <PlanParts {...parts} goTo={leave} />
        </>
      )}
    </PlanDrawer>
  );
}

interface PlanDrawerProps extends Pick<PlanProps, 'goTo'> {
  /** What stands in the line. */
  readonly line: ReactNode;
  readonly className?: string;
  /** Whether there is more to see than text. */
  readonly isWide?: boolean;
  /** What it opens, with the way from there to a field. */
  readonly children: (leave: GoTo) => ReactNode;
}

/** A line that opens the plan as a drawer. */
export function PlanDrawer({ line, goTo, className, isWide = false, children }: PlanDrawerProps) {
  const styles = useLineStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={mergeClasses(styles.root, className)}>
      <button
        type="button"
        aria-haspopup="dialog"
        className={styles.button}
        onClick={() => setIsOpen(true)}
      >
        <span className={styles.text}>{line}</span>
        <span className={styles.open}>
          {words.title}
          <ChevronRight16Regular aria-hidden />
        </span>
      </button>
      {isOpen && (
        <Modal
          name={{ label: words.title }}
          className={mergeClasses(styles.drawer, isWide && styles.wide)}
          onClosed={() => setIsOpen(false)}
        >
          {(close) => {
            const leave: GoTo = (step, field) => {
              // The field can take the focus only when the drawer holds it no more.
              close();
              goTo(step, field);
            };
            return (
              <div className={styles.content}>
                <div className={styles.head}>
                  {!isWide && <h2 className={styles.title}>{words.title}</h2>}
                  <Button
                    className={styles.close}
                    appearance="subtle"
                    aria-label={words.close}
                    icon={<Dismiss20Regular />}
                    onClick={close}
                  />
                </div>
                {children(leave)}
              </div>
            );
          }}
        </Modal>
      )}
    </div>
  );
}
