import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Reachability } from '#src/datasources/azure-vm/files/RunnerPanel.tsx';
import type { Command } from '#src/lib/command.ts';
import { type NotQuotable, powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import type { Mount, MountProgram } from '#src/model/file-recovery.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { CommandText } from '#src/ui/code.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { saveFile } from '#src/ui/dom.ts';

const words = fileSession.ready;

/** What to do with the script: save it, run it with its password, copy. */
export function ScriptSteps({ mount }: { readonly mount: Mount }) {
  const { program, password, geo } = mount;
  return (
    <>
      <Step title={words.script.title}>
        <CopyText label={words.script.name} text={program.fileName} />
        <span>{words.script.keepName}</span>
        <SaveScript program={program} />
      </Step>
      <Step title={words.password.title}>
        <PasswordText password={password} />
      </Step>
      <Step title={words.run.title}>
        <span>{runText(program)}</span>
        {program.os === 'Linux' && (
          <CommandText label={words.run.linuxCommands} command={linuxLine(program.fileName)} />
        )}
        <span>{words.run.large}</span>
        {geo !== null && (
          <details>
            <summary>{words.run.check}</summary>
            <Reachability osType={program.os ?? undefined} geo={geo} />
          </details>
        )}
      </Step>
      <Step title={words.copy.title}>
        <span>{words.copy.pace}</span>
        {program.os !== 'Windows' && <span>{words.copy.mount}</span>}
        <span>{words.copy.acl}</span>
      </Step>
    </>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { column, close } = useCommonStyles();
  return (
    <section aria-label={title} className={`${column} ${close}`}>
      <SectionHeading level={3}>{title}</SectionHeading>
      {children}
    </section>
  );
}

/** The file as this page makes it; or the program that everybody gets, which must get its name by hand. */
function SaveScript({ program }: { readonly program: MountProgram }) {
  const { content, fileName } = program;
  if (content.kind === 'text') {
    const { text } = content;
    return (
      <Button appearance="primary" onClick={() => saveFile(fileName, 'text/x-python', text)}>
        {words.script.save}
      </Button>
    );
  }
  return (
    <>
      <OutsideLink href={content.url}>{words.script.download}</OutsideLink>
      <span>{words.script.asNamed}</span>
      <CommandText label={words.script.saveLine} command={downloadLine(fileName, content.url)} />
      <CommandText label={words.script.startLine} command={startLine(fileName)} />
    </>
  );
}

function runText({ os }: MountProgram): string {
  if (os === null) return words.run.unknown;
  return os === 'Windows' ? words.run.windows : words.run.linux;
}

const passwordWords = fileSession.ready.password;

/** The password, shown on request: others might look at the same screen. */
function PasswordText({ password }: { readonly password: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      {isShown && <CopyText label={passwordWords.label} text={password} />}
      <Button size="small" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {isShown ? passwordWords.hide : passwordWords.show}
      </Button>
      <span>{passwordWords.note}</span>
    </>
  );
}

/** What makes a saved script run on Linux, as root. */
export const linuxLine = (fileName: string): Command =>
  withQuoted(shQuoted, `./${fileName}`, (file) => `chmod +x ${file} && sudo ${file}`);

/** Saves the program for Windows under the name that it needs. */
export function downloadLine(fileName: string, url: string): Command {
  const from = withQuoted(powerShellQuoted, url, (quoted) => `Invoke-WebRequest -Uri ${quoted}`);
  return from.ok
    ? withQuoted(powerShellQuoted, fileName, (file) => `${from.value} -OutFile ${file}`)
    : from;
}

/** Starts it as an administrator. */
export const startLine = (fileName: string): Command =>
  withQuoted(
    powerShellQuoted,
    `.\\${fileName}`,
    (file) => `Start-Process -FilePath ${file} -Verb RunAs`,
  );

type Quote = (text: string) => Result<string, NotQuotable>;

function withQuoted(quote: Quote, value: string, line: (quoted: string) => string): Command {
  const quoted = quote(value);
  return quoted.ok ? ok(line(quoted.value)) : fail({ why: quoted.reason, option: '', value });
}
