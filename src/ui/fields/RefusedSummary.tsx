import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { type Control, type FieldValues, useFormState } from 'react-hook-form';
import { wizard } from '#src/strings/wizard.ts';
import {
  type FoundErrors,
  lookAgain,
  type RefusedLine,
  refusedLines,
  type RefusedWords,
} from '#src/ui/fields/refused-lines.ts';
import { focusField } from '#src/ui/dom.ts';
import { WhyAndInstead } from '#src/ui/explanation.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';

const words = wizard.refused;

const useStyles = makeStyles({
  root: { marginBottom: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
});

export interface RefusedSummaryProps<Values extends FieldValues> extends RefusedWords {
  readonly control: Control<Values>;
  /** Leads to a field that is not on the page, or to what stands there in its place. */
  readonly elsewhere: (field: string) => void;
}

/**
 * What stood against the latest press of Next, each with the way to its field, why, and what to choose
 * instead: one alert for all of them, which takes the focus and is read out with the press. As fields
 * are mended their lines go away without a word.
 */
export function RefusedSummary<Values extends FieldValues>(props: RefusedSummaryProps<Values>) {
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
      className={styles.root}
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

function takeFocus(summary: HTMLElement | null): void {
  summary?.focus();
}

interface Refused {
  readonly lines: readonly RefusedLine[];
  readonly presses: number;
  readonly isAsPressed: boolean;
}

/** What a form refuses since Next was pressed, and whether that is still as it was then. */
function useRefused<Values extends FieldValues>(props: RefusedSummaryProps<Values>): Refused {
  const { errors, submitCount } = useFormState({ control: props.control });
  const found: FoundErrors = errors;
  const lines = submitCount === 0 ? [] : refusedLines(found, props);
  const text = lines.map(({ field, text: said }) => `${field} ${said}`).join('\n');
  const [pressed, setPressed] = useState({ presses: 0, lines: '', isAsPressed: true });
  const latest = lookAgain(pressed, submitCount, text);
  if (latest !== pressed) setPressed(latest);
  return { lines, presses: submitCount, isAsPressed: latest.isAsPressed };
}
