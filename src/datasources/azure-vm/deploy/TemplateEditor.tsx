import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useRef } from 'react';
import { focusHeading } from '#src/datasources/azure-vm/deploy/DeploymentView.tsx';
import {
  READERS,
  type TemplateReader,
  TEXT_ID,
} from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import type { TemplateReading } from '#src/datasources/azure-vm/deploy/template.ts';
import type { ReadTemplate, TemplateProblem } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';

const sourceWords = deploy.source;

const LABELS: Readonly<Record<TemplateReader, readonly [label: string, note: string]>> = {
  azure: [sourceWords.azure, sourceWords.azureNote],
  page: [sourceWords.page, sourceWords.pageNote],
  file: [sourceWords.file, sourceWords.fileNote],
};

interface TemplateSourceProps {
  readonly reader: TemplateReader;
  readonly onReader: (reader: TemplateReader) => void;
  readonly source: TemplateReading;
  /** Why Azure can’t read it by a signature, as far as the storage account says; null: nothing says so. */
  readonly obstacle: string | null;
  /** Azure certainly can’t read it by itself. */
  readonly isShut: boolean;
  /** The heading takes the focus when it is drawn. */
  readonly takesFocus: boolean;
  /** How to download the files. */
  readonly children: ReactNode;
}

/** Who reads the template: Azure by itself, this page, or a file that the person has. */
export function TemplateSource(props: TemplateSourceProps) {
  const { column, second } = useCommonStyles();
  const labelId = useId();
  const { reader, source, obstacle, isShut } = props;
  return (
    <section
      aria-labelledby={labelId}
      className={column}
      ref={props.takesFocus ? focusHeading : undefined}
    >
      <SectionHeading level={2} id={labelId}>
        {sourceWords.title}
      </SectionHeading>
      <RadioGroup
        aria-label={sourceWords.label}
        value={reader}
        onChange={(_, { value }) => {
          const chosen = READERS.find((one) => one === value);
          if (chosen !== undefined) props.onReader(chosen);
        }}
      >
        {READERS.map((one) => (
          <Radio
            key={one}
            value={one}
            label={
              <>
                {LABELS[one][0]}
                <div className={second}>{LABELS[one][1]}</div>
              </>
            }
          />
        ))}
      </RadioGroup>
      {reader === 'azure' && obstacle !== null && (
        <div role="status">
          <Status tone="warning">{obstacle}</Status>
          <div>{otherReaders(reader, isShut)}</div>
          {isShut && <div>{deploy.ownLink}</div>}
        </div>
      )}
      {reader === 'page' && (
        <Button disabledFocusable={source.isReading} onClick={source.read}>
          {sourceWords.read}
        </Button>
      )}
      {reader === 'file' && <FileField onFile={source.file} />}
      {source.isReading && <span role="status">{sourceWords.reading}</span>}
      {source.trouble !== null && (
        <div role="alert">
          <Status tone="failed">{source.trouble.words}</Status>
          <div>
            {source.trouble.isWrongFile ? deploy.chooseTemplate : otherReaders(reader, isShut)}
          </div>
        </div>
      )}
      {props.children}
    </section>
  );
}

/** Who else can read the template, without one that is known to be shut. */
export const otherReaders = (reader: TemplateReader, isShut: boolean): string =>
  deploy.otherReaders(
    READERS.filter((one) => one !== reader && !(one === 'azure' && isShut)).map(
      (one) => deploy.instead[one],
    ),
  );

/** A file that is chosen, or dropped on the field. */
function FileField({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <label>
      {sourceWords.choose}{' '}
      <input
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file, changed meanwhile, can be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}

const editWords = deploy.edit;

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

interface TemplateEditorProps {
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
          aria-label={editWords.text}
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
          <Status tone="failed">{editWords.problems(read.problems.length)}</Status>
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
            {editWords.undo}
          </Button>
        </div>
      )}
    </>
  );
}

function problemText(problem: TemplateProblem): string {
  const text =
    problem.kind === 'notJson'
      ? editWords.fault[problem.fault]
      : editWords.problem[problem.kind]('name' in problem ? problem.name : '');
  return editWords.atLine(problem.place.line, text);
}
