import { makeStyles, tokens } from '@fluentui/react-components';
import type { Control } from 'react-hook-form';
import type { FileQuestion } from '#src/datasources/azure-vm/files/fields.ts';
import { fileQuestionsOf, type FileView, isWarned } from '#src/datasources/azure-vm/files/model.ts';
import { powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';
import { oldestVersion, systemsOf } from '#src/model/runner.ts';
import { systemNames } from '#src/rules/facts/vm.ts';
import { labelOf } from '#src/rules/fields.ts';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import { runner as words, whereToRun } from '#src/strings/file-runner.ts';
import { CopyBlock } from '#src/ui/code.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords, judgeValue } from '#src/wizard/explain/findings.ts';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

/** On which system the script runs, and what it needs there. */
export function RunnerPanel({ view, formId, onNext, goTo }: PanelProps<FileView>) {
  const styles = useStyles();
  const form = useStepForm('runner', view);
  if (view.draft.choices.instance === null) {
    return <NeedsInstance title={words.needsInstance} {...{ goTo, formId, form, onNext }} />;
  }
  return (
    <div className={styles.root}>
      <StepForm id={formId} form={form} onNext={onNext}>
        <RunnerFields view={view} control={form.control} />
      </StepForm>
      <LargeSettings view={view} />
      <Reachability osType={view.facts.vm?.osType} />
    </div>
  );
}

interface RunnerFieldsProps {
  readonly view: FileView;
  readonly control: Control<DraftChoices>;
}

/** Where the script runs, and what of the backed-up machine decides whether it can run there. */
function RunnerFields({ view, control }: RunnerFieldsProps) {
  const shared = { control, ...errorWords(view) };
  const questions = fileQuestionsOf(view);
  const { runnerSystem } = view.shown;
  const osType = view.facts.vm?.osType;
  return (
    <>
      <ChoiceField
        {...shared}
        name="isOnSource"
        label={labelOf('isOnSource')}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: whereToRun[value] }))}
        judge={(value) => judgeValue(view, 'isOnSource', value === 'yes')}
      />
      {questions.has('sourceSystem') && (
        <SelectField
          {...shared}
          name="sourceSystem"
          label={labelOf('sourceSystem')}
          placeholder={words.notAnswered}
          options={systemOptions('Windows')}
        />
      )}
      {questions.has('runnerSystem') && (
        <SelectField
          {...shared}
          name="runnerSystem"
          label={labelOf('runnerSystem')}
          required
          placeholder={words.placeholder}
          options={systemOptions(osType)}
          judge={(value) => judgeValue(view, 'runnerSystem', value)}
        />
      )}
      {questions.has('runnerSystem') && oldestVersion(runnerSystem ?? '') !== null && (
        <TextField
          {...shared}
          name="runnerVersion"
          label={labelOf('runnerVersion')}
          hint={words.versionHint}
          required
        />
      )}
      {YES_OR_NO.filter((question) => questions.has(question)).map((question) => (
        <SelectField
          key={question}
          {...shared}
          name={question}
          label={labelOf(question)}
          hint={question === 'spannedVolumes' ? words.spannedHint : undefined}
          placeholder={words.notAnswered}
          options={ANSWERS}
        />
      ))}
    </>
  );
}

const YES_OR_NO = [
  'spannedVolumes',
  'deduplicated',
  'restrictedAccount',
] as const satisfies readonly FileQuestion[];

/** An answer can be withdrawn. */
const ANSWERS = [
  { value: '', label: words.notAnswered },
  { value: 'yes', label: aboutMachine.yesOrNo.yes },
  { value: 'no', label: aboutMachine.yesOrNo.no },
];

const systemOptions = (osType: 'Windows' | 'Linux' | undefined) =>
  systemsOf(osType).map((system) => ({ value: system, label: systemNames[system] }));

const largeWords = words.large;

/** What to change where many or very large disks are mounted; nothing for any other point. */
function LargeSettings({ view }: { readonly view: FileView }) {
  const styles = useCommonStyles();
  const osType = view.facts.vm?.osType;
  if (!isWarned(view, 'files.large-disks')) return null;
  return (
    <section className={styles.column}>
      <SectionHeading level={3}>{largeWords.title}</SectionHeading>
      <span>{largeWords.when}</span>
      {osType !== 'Linux' && (
        <>
          <CopyBlock label={largeWords.windows} text={LARGE_ON_WINDOWS} />
          <span>{largeWords.windowsAfter}</span>
        </>
      )}
      {osType !== 'Windows' && (
        <>
          <span>{largeWords.linuxWhere}</span>
          <CopyBlock label={largeWords.linux} text={LARGE_ON_LINUX} />
        </>
      )}
    </section>
  );
}

/**
 * What to change where a script that mounts many or very large disks stops responding (Microsoft Learn,
 * "Recover files from Azure virtual machine backup", 2023; the edition of 2019 had 1200 and 30).
 */

const SECONDS = 2400;
const DISK = String.raw`HKLM:\SYSTEM\CurrentControlSet\Services\Disk`;
/** The class of storage adapters, of which the iSCSI initiator is one. */
const ADAPTERS = String.raw`HKLM:\SYSTEM\CurrentControlSet\Control\Class\{4d36e97b-e325-11ce-bfc1-08002be10318}\*\Parameters`;

/** For PowerShell as an administrator; the values count after a restart of the system. */
const LARGE_ON_WINDOWS = [
  `Set-ItemProperty '${DISK}' TimeOutValue ${String(SECONDS)}`,
  `Get-ItemProperty '${ADAPTERS}' | Where-Object MaxRequestHoldTime | ForEach-Object {`,
  `  Set-ItemProperty $_.PSPath SrbTimeoutDelta ${String(SECONDS)}`,
  `  Set-ItemProperty $_.PSPath MaxRequestHoldTime ${String(SECONDS)}`,
  '  Set-ItemProperty $_.PSPath EnableNOPOut 1',
  '}',
  '',
].join('\n');

/** The line of `/etc/iscsi/iscsid.conf`. */
const LARGE_ON_LINUX = 'node.conn[0].timeo.noop_out_timeout = 120\n';

const reachWords = words.reach;

interface ReachabilityProps {
  /** The kind of system that runs the script; undefined while it isn't known. */
  readonly osType: 'Windows' | 'Linux' | undefined;
  /** The vault's geography; left out while no script is there that names it. */
  readonly geo?: string | null;
}

/** What must be reachable from where the script runs, with a check to copy. */
export function Reachability({ osType, geo = null }: ReachabilityProps) {
  const styles = useCommonStyles();
  const scripts = checkScripts(geo);
  return (
    <section className={styles.column}>
      <SectionHeading level={3}>{reachWords.title}</SectionHeading>
      <KeyFacts
        facts={[
          [reachWords.outbound(DOWNLOADS_PORT), reachWords.downloads(DOWNLOADS)],
          [
            reachWords.outbound(SERVICE_PORT),
            reachWords.service(`https://${serviceHost(geo ?? '{geo}')}`),
          ],
          [reachWords.outbound(DNS_PORT), reachWords.dns],
        ]}
      />
      {geo === null && <span>{reachWords.geo}</span>}
      <span>{reachWords.proxy}</span>
      <span>{reachWords.check}</span>
      {osType !== 'Linux' && <CopyBlock label={reachWords.powerShell} text={scripts.powerShell} />}
      {osType !== 'Windows' && <CopyBlock label={reachWords.bash} text={scripts.bash} />}
    </section>
  );
}

/** What the script downloads its components from, and the ports that it needs (aftercare §3.3). */
const DOWNLOADS = 'download.microsoft.com';
const DOWNLOADS_PORT = 443;
const SERVICE_PORT = 3260;
const DNS_PORT = 53;

/** Seconds until an address counts as not reachable. */
const WAIT_SECONDS = 10;

/** The address that the disks come from; it depends on the geography of the vault. */
const serviceHost = (geo: string): string => `pod01-rec2.${geo}.backup.windowsazure.com`;

/** The service's names for geographies, as in `wcus`. */
const GEO = /^[a-z0-9-]+$/i;

/** One check for each shell. */
interface CheckScripts {
  readonly powerShell: string;
  readonly bash: string;
}

/**
 * Scripts that check what the script of a file recovery needs where it is run. They change nothing. `geo` is
 * the name of the vault's geography, which is known once the script is there; null: they ask for it, and leave its port out without an answer. Pure.
 */
export function checkScripts(geo: string | null): CheckScripts {
  const host = geo !== null && GEO.test(geo) ? serviceHost(geo) : null;
  return { powerShell: powerShellCheck(host), bash: bashCheck(host) };
}

const ASK = 'Geography, the part after the VM name in the name of the script';

/** For Windows PowerShell 5.1 and later; `Test-NetConnection` isn't on each server that the table has. */
function powerShellCheck(host: string | null): string {
  return [
    '& {',
    ...(host === null
      ? [
          `$geo = Read-Host ${inPowerShell(ASK)}`,
          `$service = if ($geo) { ${inPowerShell(serviceHost('{0}'))} -f $geo }`,
        ]
      : [`$service = ${inPowerShell(host)}`]),
    'function Test-Port($name, $port) {',
    '  $client = New-Object System.Net.Sockets.TcpClient',
    '  try {',
    '    [void][System.Net.Dns]::GetHostAddresses($name)',
    `    $isOpen = $client.ConnectAsync($name, $port).Wait(${String(WAIT_SECONDS * 1000)})`,
    '  } catch { $isOpen = $false } finally { $client.Close() }',
    "  '{0} {1}:{2}' -f $(if ($isOpen) { 'OK    ' } else { 'FAILED' }), $name, $port",
    '}',
    `Test-Port ${inPowerShell(DOWNLOADS)} ${String(DOWNLOADS_PORT)}`,
    `if ($service) { Test-Port $service ${String(SERVICE_PORT)} }`,
    String.raw`$net = (Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full').Release`,
    // 394802 is the least release number of .NET Framework 4.6.2 (Microsoft Learn, How to determine versions).
    "'{0} .NET Framework 4.6.2' -f $(if ($net -ge 394802) { 'OK    ' } else { 'FAILED' })",
    "'System: {0}, locale {1}' -f [Environment]::OSVersion.Version, (Get-Culture).Name",
    '}',
    '',
  ].join('\n');
}

function bashCheck(host: string | null): string {
  return [
    'check() {',
    '  if "${@:2}" >/dev/null 2>&1; then echo "OK     $1"; else echo "FAILED $1"; fi',
    '}',
    'open_port() {',
    `  timeout ${String(WAIT_SECONDS)} bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2"`,
    '}',
    ...(host === null
      ? [`read -r -p ${inSh(`${ASK}: `)} geo`, `service=\${geo:+${serviceHost('$geo')}}`]
      : [`service=${inSh(host)}`]),
    `check ${inSh(`${DOWNLOADS}:${String(DOWNLOADS_PORT)}`)} open_port ${inSh(DOWNLOADS)} ${String(DOWNLOADS_PORT)}`,
    `[ -z "$service" ] || check "$service:${String(SERVICE_PORT)}" open_port "$service" ${String(SERVICE_PORT)}`,
    'check "bash 4" test "${BASH_VERSINFO[0]}" -ge 4',
    'python=$(command -v python3 || command -v python)',
    'check "Python 2.6.6" "${python:-false}" -c "import sys; sys.exit(sys.version_info < (2, 6, 6))"',
    'check open-iscsi command -v iscsiadm',
    'check lshw command -v lshw',
    'echo "Locale: ${LANG:-}"',
    '',
  ].join('\n');
}

/** Texts of our own, which every shell can quote. */
function inPowerShell(text: string): string {
  const quoted = powerShellQuoted(text);
  return quoted.ok ? quoted.value : "''";
}

function inSh(text: string): string {
  const quoted = shQuoted(text);
  return quoted.ok ? quoted.value : "''";
}
