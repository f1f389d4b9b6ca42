import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { type TemplateReader, SOURCES } from '#src/datasources/azure-vm/deploy/values.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = deploy.source;

const LABELS: Readonly<Record<TemplateReader, readonly [label: string, note: string]>> = {
  azure: [words.azure, words.azureNote],
  page: [words.page, words.pageNote],
  file: [words.file, words.fileNote],
};

export interface TemplateSourceProps {
  readonly reader: TemplateReader;
  readonly onReader: (reader: TemplateReader) => void;
  readonly isReading: boolean;
  readonly onRead: () => void;
  readonly onFile: (file: File) => void;
  /** Why the last try to read it failed; null: it did not. */
  readonly trouble: string | null;
  /** Commands that download both files, for a terminal. */
  readonly commands: string;
}

/** Who reads the template: Azure by itself, this page, or a file that the person has. */
export function TemplateSource(props: TemplateSourceProps) {
  const { column, second } = useCommonStyles();
  const labelId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { reader, trouble } = props;
  return (
    <section aria-labelledby={labelId} className={column}>
      <SectionHeading level={3} id={labelId}>
        {words.title}
      </SectionHeading>
      <RadioGroup
        aria-label={words.label}
        value={reader}
        onChange={(_, { value }) => {
          const chosen = SOURCES.find((one) => one === value);
          if (chosen !== undefined) props.onReader(chosen);
        }}
      >
        {SOURCES.map((one) => (
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
      {reader === 'page' && (
        <Button disabledFocusable={props.isReading} onClick={props.onRead}>
          {words.read}
        </Button>
      )}
      {reader === 'file' && (
        <label>
          {words.choose}{' '}
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) props.onFile(file);
            }}
          />
        </label>
      )}
      {trouble !== null && (
        <div role="alert">
          <div>{trouble}</div>
          <div>{deploy.otherWays}</div>
        </div>
      )}
      {reader !== 'azure' && <CopyText label={words.commands} text={props.commands} />}
    </section>
  );
}
