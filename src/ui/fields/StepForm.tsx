import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { type Control, type FieldValues, type UseFormReturn, useFormState } from 'react-hook-form';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { focusField, takeFocus } from '#src/ui/dom.ts';
import { type Explanation, WhyAndInstead } from '#src/ui/explanation.tsx';
import type { FieldTexts } from '#src/ui/fields/FieldRow.tsx';

/** One thing that stands against going on. */
interface RefusedLine {
  /** The field's name, which is also the id of its control. */
  readonly field: string;
  /** The field's label; null where what is wrong names it already. */
  readonly label: string | null;
  readonly text: string;
  readonly explain: (() => Explanation) | undefined;
}

export interface RefusedWords {
  /** The labels of a step's fields, in the order of the page. */
  readonly labels: Readonly<Record<string, string>>;
  /** Turns the code of an error (a rule's id) into a sentence. */
  readonly errorText: (code: string) => string;
  /** All of it with an alternative, computed only on request; left out if there is none. */
  readonly explainError?: FieldTexts['explainError'];
}

/** What a form found wrong, by field; see `FieldErrors` of react-hook-form. */
export type FoundErrors = Readonly<Record<string, { readonly message?: unknown } | undefined>>;

/** What stands against going on, in the order of the page; fields without a label come last. */
export function refusedLines(
  errors: FoundErrors,
  { labels, errorText, explainError }: RefusedWords,
): RefusedLine[] {
  const found = Object.entries(errors).flatMap(([field, error]): RefusedLine[] =>
    typeof error?.message === 'string'
      ? [
          {
            field,
            label: labels[field] ?? null,
            text: errorText(error.message),
            explain: explainError?.(error.message),
          },
        ]
      : [],
  );
  const order = Object.keys(labels);
  const place = ({ field }: RefusedLine): number =>
    order.includes(field) ? order.indexOf(field) : order.length;
  return found.toSorted((a, b) => place(a) - place(b));
}

/** Which lines stood there when Next was pressed, and whether they are still the same. */
interface PressedLines {
  readonly presses: number;
  readonly lines: string;
  /** False for good once something was mended: what is left is not read out again. */
  readonly isAsPressed: boolean;
}

/** What is known of the latest refused press, after one more look at the form; the same when nothing is new. */
export function lookAgain(before: PressedLines, presses: number, lines: string): PressedLines {
  if (presses !== before.presses) return { presses, lines, isAsPressed: true };
  if (before.isAsPressed && lines !== before.lines) return { ...before, isAsPressed: false };
  return before;
}

const words = wizard.refused;

const useStyles = makeStyles({
  summary: { marginBottom: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface RefusedSummaryProps<Values extends FieldValues> extends RefusedWords {
  readonly control: Control<Values>;
  /** Leads to a field that is not on the page, or to what stands there in its place. */
  readonly elsewhere: (field: string) => void;
}

/**
 * What stood against the latest press of Next, each with the way to its field, why, and what to choose
 * instead: one alert for all of them, which takes the focus and is read out with the press. As fields
 * are mended their lines go away without a word.
 */
function RefusedSummary<Values extends FieldValues>(props: RefusedSummaryProps<Values>) {
  const styles = useStyles();
  const { lines, presses, isAsPressed } = useRefused(props);
  if (lines.length === 0) return null;
  return (
    <MessageBar
      key={presses}
      role={isAsPressed ? 'alert' : 'group'}
      tabIndex={-1}
      ref={takeFocus}
      intent="error"
      layout="multiline"
      className={styles.summary}
    >
      <MessageBarBody>
        <MessageBarTitle>{words.title(lines.length)}</MessageBarTitle>
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line.field} className={styles.line}>
              <LinkButton
                onClick={() => {
                  if (!focusField(line.field)) props.elsewhere(line.field);
                }}
              >
                {line.label ?? line.text}
              </LinkButton>
              {line.label !== null && <span>{line.text}</span>}
              {line.explain !== undefined && (
                <WhyAndInstead
                  key={line.text}
                  ask={wizard.explain.whyRefused(line.label ?? line.text)}
                  explain={line.explain}
                />
              )}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** What a form refuses since Next was pressed, and whether that is still as it was then. */
function useRefused<Values extends FieldValues>(props: RefusedSummaryProps<Values>) {
  const { errors, submitCount } = useFormState({ control: props.control });
  const found: FoundErrors = errors;
  const lines = submitCount === 0 ? [] : refusedLines(found, props);
  const text = lines.map(({ field, text: said }) => `${field} ${said}`).join('\n');
  const [pressed, setPressed] = useState({ presses: 0, lines: '', isAsPressed: true });
  const latest = lookAgain(pressed, submitCount, text);
  if (latest !== pressed) setPressed(latest);
  return { lines, presses: submitCount, isAsPressed: latest.isAsPressed };
}

/** A form with the words for what it refuses. */
export interface SteppedForm<Values extends FieldValues> extends Pick<
  UseFormReturn<Values>,
  'control' | 'handleSubmit'
> {
  readonly refused: RefusedWords;
  /** Leads to a refused field that another step asks for; false where there is none. */
  readonly elsewhere?: (field: string) => boolean;
}

interface StepFormProps<Values extends FieldValues> {
  /** The id of the form, which the wizard's Next button submits. */
  readonly id: string;
  readonly form: SteppedForm<Values>;
  readonly onNext: () => void;
  /** Only its button starts what it is for: no key of a field does. */
  readonly isLast?: boolean;
  readonly children: ReactNode;
}

/** Ctrl+Enter or Cmd+Enter in a field of a form, unless its list is open. */
function submitByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, ctrlKey, metaKey, target, currentTarget } = event;
  const isOpen = target instanceof HTMLElement && target.ariaExpanded === 'true';
  if (key !== 'Enter' || ctrlKey === metaKey || isOpen) return;
  event.preventDefault();
  event.stopPropagation();
  currentTarget.requestSubmit();
}

/** The form of a step: where Next finds something wrong, the top of it says what. */
export function StepForm<Values extends FieldValues>(props: StepFormProps<Values>) {
  const styles = useStyles();
  const { id, form, onNext, isLast = false } = props;
  const bodyId = `${id}-fields`;
  const lead = (field: string): void => {
    if (form.elsewhere?.(field) !== true) focusField(bodyId);
  };
  return (
    <form
      id={id}
      className={styles.root}
      onSubmit={(event) => void form.handleSubmit(() => onNext())(event)}
      onKeyDownCapture={isLast ? undefined : submitByKeys}
      noValidate
    >
      <RefusedSummary control={form.control} {...form.refused} elsewhere={lead} />
      {/* Takes the focus where a list could not be read, so that its field is not there. */}
      <div id={bodyId} tabIndex={-1} className={styles.root}>
        {props.children}
      </div>
    </form>
  );
}
