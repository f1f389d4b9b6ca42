import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { focusHeading } from '#src/datasources/azure-vm/deploy/focus-heading.ts';
import { READERS, type TemplateReader } from '#src/datasources/azure-vm/deploy/form-values.ts';
import type { TemplateText } from '#src/datasources/azure-vm/deploy/use-template-text.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = deploy.source;

const LABELS: Readonly<Record<TemplateReader, readonly [label: string, note: string]>> = {
  azure: [words.azure, words.azureNote],
  page: [words.page, words.pageNote],
  file: [words.file, words.fileNote],
};

export interface TemplateSourceProps {
  readonly reader: TemplateReader;
  readonly onReader: (reader: TemplateReader) => void;
  readonly source: TemplateText;
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
        {words.title}
      </SectionHeading>
      <RadioGroup
        aria-label={words.label}
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
          {words.read}
        </Button>
      )}
      {reader === 'file' && <FileField onFile={source.file} />}
      {source.isReading && <span role="status">{words.reading}</span>}
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
      {words.choose}{' '}
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
