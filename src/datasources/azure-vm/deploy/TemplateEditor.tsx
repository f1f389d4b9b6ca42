import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { TEXT_ID } from '#src/datasources/azure-vm/deploy/field-ids.ts';
import type { ReadTemplate, TemplateProblem } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = deploy.edit;

const LINE = '18px';
/** The longest line that widens the text: in a longer one only the cursor scrolls. */
const MOST_COLUMNS = 10_000;

const useStyles = makeStyles({
  // It alone scrolls, both ways: the numbers and the text are as high as all lines, so that they stay beside each other.
  editor: {
    display: 'flex',
    alignItems: 'flex-start',
    maxHeight: '420px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: LINE,
    ':focus-within': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  numbers: {
    position: 'sticky',
    insetInlineStart: 0,
    flexShrink: 0,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    textAlign: 'end',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
    userSelect: 'none',
  },
  text: {
    flex: '1 0 auto',
    padding: tokens.spacingHorizontalS,
    border: 'none',
    resize: 'none',
    overflow: 'hidden',
    whiteSpace: 'pre',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    font: 'inherit',
    lineHeight: LINE,
    ':focus': { outlineStyle: 'none' },
  },
});

export interface TemplateEditorProps {
  readonly text: string;
  readonly read: ReadTemplate;
  readonly onText: (text: string) => void;
  /** Goes back to what was read; null: it is the same. */
  readonly onUndo: (() => void) | null;
}

/** The template as text, with the number of each line, and every problem as a link to its line. */
export function TemplateEditor({ text, read, onText, onUndo }: TemplateEditorProps) {
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const problemsId = useId();
  const lines = text.split('\n');
  const goTo = ({ line, column }: TemplateProblem['place']) => {
    const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    const field = area.current;
    const editor = field?.parentElement;
    if (field === null || !editor) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(before + column - 1, before + (lines[line - 1]?.length ?? 0));
    // A selection by itself scrolls nothing.
    editor.scrollIntoView({ block: 'nearest' });
    const above = (field.scrollHeight * (line - 1)) / lines.length;
    editor.scrollTo({ left: 0, top: above - editor.clientHeight / 2 });
  };
  return (
    <>
      <div className={styles.editor}>
        <pre aria-hidden className={styles.numbers}>
          {lines.map((_, index) => `${String(index + 1)}\n`).join('')}
        </pre>
        <textarea
          ref={area}
          id={TEXT_ID}
          className={styles.text}
          aria-label={words.text}
          aria-describedby={problemsId}
          aria-invalid={read.problems.length > 0}
          wrap="off"
          rows={lines.length}
          cols={Math.min(
            MOST_COLUMNS,
            lines.reduce((most, one) => Math.max(most, one.length), 0) + 1,
          )}
          spellCheck={false}
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
      </div>
      <div id={problemsId} role="status">
        {read.problems.length > 0 && (
          <Status tone="failed">{words.problems(read.problems.length)}</Status>
        )}
      </div>
      {read.problems.length > 0 && (
        <ul>
          {read.problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              <LinkButton onClick={() => goTo(problem.place)}>{problemText(problem)}</LinkButton>
            </li>
          ))}
        </ul>
      )}
      {onUndo !== null && (
        <div>
          <Button size="small" onClick={onUndo}>
            {words.undo}
          </Button>
        </div>
      )}
    </>
  );
}

function problemText(problem: TemplateProblem): string {
  const text =
    problem.kind === 'notJson'
      ? words.fault[problem.fault]
      : words.problem[problem.kind]('name' in problem ? problem.name : '');
  return words.atLine(problem.place.line, text);
}
