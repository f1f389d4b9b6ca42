import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import { type ReactNode, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { listText } from '#src/lib/wording.ts';
import { coverage } from '#src/strings/checks.ts';
import { wizard } from '#src/strings/wizard.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { focusField, takeFocus } from '#src/ui/dom.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

/** A fact that is not known: which, why, and the one thing that can be done about it. */
export interface Unknown {
  readonly fact: string;
  readonly why: string;
  readonly way: {
    readonly label: string;
    readonly go: () => void;
  } | null;
}

/** A fact that a reason is based on: its value, and where that was read, answered or selected. */
export interface ExplainedFact {
  readonly text: string;
  /** "Read from the vault, 3 min ago."; null if the value is unknown. */
  readonly from: string | null;
  /** What to do about an unknown value; null if it is known, or nothing can be done. */
  readonly way: Unknown['way'];
}

/** One rule that stands in the way: what it says, on which facts, and who says so. */
export interface Reason {
  /** The rule's id, by which its own page is found; null for a reason that is no rule. */
  readonly id: string | null;
  readonly rule: string;
  readonly facts: readonly ExplainedFact[];
  readonly sources: readonly string[];
}

/** Why something cannot be chosen, all reasons of it, and one way out. */
export interface Explanation {
  /** None where it is plain: a field that is empty. */
  readonly reasons: readonly Reason[];
  readonly instead: {
    readonly label: string;
    readonly apply: () => void;
    /** The field that it changes, which takes the focus. */
    readonly field: string;
  } | null;
}

const useStyles = makeStyles({
  from: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalL,
    marginBlock: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    ':focus': { outlineStyle: 'none' },
  },
  sign: { verticalAlign: 'text-bottom' },
  wide: { width: '100%' },
  unknown: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  unused: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
});

/** Facts one below the other, each with where its value comes from, or with the way to know it. */
function FactLines({ facts }: { readonly facts: readonly ExplainedFact[] }) {
  const styles = useStyles();
  return facts.map(({ text, from, way }) => (
    <div key={text}>
      <div>
        <Name>{text}</Name>
      </div>
      {from !== null && <div className={styles.from}>{from}</div>}
      {way !== null && <LinkButton onClick={way.go}>{way.label}</LinkButton>}
    </div>
  ));
}

interface InsteadButtonProps {
  readonly instead: NonNullable<Explanation['instead']>;
  readonly size?: 'small' | 'medium';
  /** Called when the way out was taken, so that the explanation can go. */
  readonly onApplied?: (() => void) | undefined;
  /** The id of what takes the focus where the field that was changed is elsewhere. */
  readonly focusAfter?: string | undefined;
}

/** The way out of a refusal: makes the change, and leads to the field that it changed. */
export function InsteadButton({ instead, size = 'medium', ...after }: InsteadButtonProps) {
  return (
    <Button
      size={size}
      onClick={() => {
        // A field that the change brings up is there before the focus goes to it.
        flushSync(() => {
          instead.apply();
          after.onApplied?.();
        });
        if (!focusField(instead.field)) focusField(after.focusAfter ?? '');
      }}
    >
      {wizard.explain.doInstead(instead.label)}
    </Button>
  );
}

const words = wizard.explain;

/** What stands beside the button already, and isn't repeated. */
type Beside = 'rule' | 'ruleAndSource';

interface ExplanationBlockProps {
  readonly explanation: Explanation;
  readonly id?: string;
  /** What it explains; one that is named takes the focus as it opens. */
  readonly label?: string;
  /** Called when the way out was taken, so that the explanation can go. */
  readonly onApplied?: () => void;
  /** The id of what takes the focus where the field that was changed is elsewhere. */
  readonly focusAfter?: string | undefined;
  readonly beside?: Beside | undefined;
}

/** Why something is so: what to choose instead, then rules, facts and documents. */
export function ExplanationBlock({
  explanation,
  id,
  label,
  onApplied,
  focusAfter,
  beside,
}: ExplanationBlockProps) {
  const styles = useStyles();
  const { reasons, instead } = explanation;
  const opened = label !== undefined && {
    role: 'group',
    'aria-label': label,
    tabIndex: -1,
    ref: takeFocus,
  };
  return (
    <div id={id} className={styles.root} {...opened}>
      {instead !== null && <InsteadButton {...{ instead, focusAfter, onApplied }} />}
      {reasons.map((reason) => (
        <KeyFacts key={reason.rule} facts={lines(reason, beside)} />
      ))}
    </div>
  );
}

function lines(
  { id, rule, facts, sources }: Reason,
  beside: Beside | undefined,
): [string, ReactNode][] {
  return [
    ...(beside === undefined ? [line(words.rule, rule)] : []),
    ...(facts.length === 0 ? [] : [factLine(facts)]),
    ...(beside === 'ruleAndSource' ? [] : [line(words.source, sources.join('; '))]),
    ...(id === null ? [] : [ruleLine(id)]),
  ];
}

const line = (term: string, text: string): [string, ReactNode] => [term, text];

function factLine(facts: Reason['facts']): [string, ReactNode] {
  return [words.fact, <FactLines key="facts" facts={facts} />];
}

function ruleLine(id: string): [string, ReactNode] {
  return [words.constraint, <RuleLink key="id" id={id} />];
}

/** The rule's own page, in a tab of its own: what is being filled in stays in view. */
function RuleLink({ id }: { readonly id: string }) {
  return (
    <RouterLink
      to="/rules"
      search={{ rule: id }}
      target="_blank"
      preload={false}
      aria-label={words.inNewTab(id)}
    >
      {id} <Open16Regular className={useStyles().sign} />
    </RouterLink>
  );
}

interface WhyProps {
  /** What the button asks, for who cannot see what it stands beside. */
  readonly ask: string;
  /** What stands on the button; its question, where that is in view anyway. */
  readonly label?: string;
  /** Computed only on request. */
  readonly explain: () => Explanation;
  /** Where the focus goes when the field that was changed is elsewhere. */
  readonly focusAfter?: string;
  /** What of the explanation stands beside the button. */
  readonly beside?: Beside;
  /** What stands before the button, in its line. */
  readonly children?: ReactNode;
}

/** A button that opens and closes an explanation below it, which takes the focus. */
export function Why({ ask, label, explain, focusAfter, beside, children }: WhyProps) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const shown = label ?? (isOpen ? words.hideWhy : words.why);
  return (
    <>
      {children}{' '}
      <LinkButton
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label === undefined ? (isOpen ? words.hideWhyOf(ask) : ask) : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {shown}
      </LinkButton>
      {isOpen && (
        <div className={styles.wide}>
          <ExplanationBlock
            id={id}
            label={ask}
            explanation={explain()}
            focusAfter={focusAfter}
            beside={beside}
            onApplied={() => setIsOpen(false)}
          />
        </div>
      )}
    </>
  );
}

interface WhyAndInsteadProps {
  /** What Why asks. */
  readonly ask: string;
  readonly explain: () => Explanation;
}

/** Beside a refusal: the way out of it, at once, and why it is refused, for who asks. */
export function WhyAndInstead({ ask, explain }: WhyAndInsteadProps) {
  const { instead, reasons } = explain();
  const button = instead !== null && <InsteadButton size="small" instead={instead} />;
  if (reasons.length === 0) return button;
  return (
    <Why ask={ask} explain={() => ({ ...explain(), instead: null })}>
      {button}
    </Why>
  );
}

/** Which fact is not known, why, and what can be done about it. */
export function UnknownFact({ unknown }: { readonly unknown: Unknown }) {
  const styles = useStyles();
  const { fact, why, way } = unknown;
  return (
    <div className={styles.unknown}>
      <span>{`${fact}. ${why}`}</span>
      {way !== null && <LinkButton onClick={way.go}>{way.label}</LinkButton>}
    </div>
  );
}

interface UnusedChoiceNoteProps {
  /** What was chosen, and why it is not used. */
  readonly text: string;
  readonly instead: Explanation['instead'];
  /** Goes to the field that is there again; left out where it stands beside this. */
  readonly onApplied?: (() => void) | undefined;
}

/** A choice that isn't used: why, and the change that uses it. */
export function UnusedChoiceNote({ text, instead, onApplied }: UnusedChoiceNoteProps) {
  const styles = useStyles();
  return (
    <div className={styles.unused}>
      <Status tone="warning">{text}</Status>
      {instead !== null && (
        <Button
          size="small"
          onClick={() => {
            // The field that comes back is there before the focus goes to it.
            flushSync(() => instead.apply());
            if (!focusField(instead.field)) onApplied?.();
          }}
        >
          {instead.label}
        </Button>
      )}
    </div>
  );
}

/** Names in one line; the rest is folded up. */
const MOST_NAMED = 1;

/** Below a summary: what it doesn’t cover, because nothing here looks at it. */
export function NotLookedAt({ names }: { readonly names: readonly string[] }) {
  const { second } = useCommonStyles();
  if (names.length === 0) return null;
  if (names.length <= MOST_NAMED + 1) return <div className={second}>{coverage.line(names)}</div>;
  return (
    <details className={second}>
      <summary>{coverage.short(names.slice(0, MOST_NAMED), names.length - MOST_NAMED)}</summary>
      {listText(names.slice(MOST_NAMED))}
    </details>
  );
}

const useListStyles = makeStyles({
  title: {
    margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

interface TitledListProps {
  readonly title: string;
  readonly children: readonly ReactNode[];
}

/** A heading with a list; nothing when the list is empty. */
export function TitledList({ title, children }: TitledListProps) {
  const styles = useListStyles();
  if (children.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </>
  );
}
